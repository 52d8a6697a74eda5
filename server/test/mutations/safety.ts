/** Policies that grant too much, or nothing where they mean to. */
import type { Mutation } from '../mutations.js';

const policy = (...statements: string[]): string => `{"version":"2.0","statement":[${statements.join(',')}]}`;
const statement = (action: string, resource = '"*"', effect = 'allow'): string =>
  `{"effect":"${effect}","action":[${action}],"resource":${resource}}`;

const app = '"qcs::trtc::uin/100000000001:sdkappid/1400000000"';
const reading = policy(statement('"mps:DescribeTaskDetail"'));
const twice = statement('"cvm:DescribeZones"');

export const mutations: readonly Mutation[] = [
  { code: 'allow-all', good: reading, bad: policy(statement('«"*"»')) },
  {
    code: 'service-wide-write',
    good: policy(statement('"cvm:Describe*"')),
    bad: policy(statement('«"cvm:*"»')),
    fixed: policy(statement('"cvm:Describe*"')),
  },
  {
    code: 'narrowable-resource',
    good: policy(statement('"trtc:RemoveUser"', app)),
    bad: policy(statement('"trtc:RemoveUser"', '«"*"»')),
    fixed: policy(statement('"trtc:RemoveUser"', '["qcs::trtc:::sdkappid/*"]')),
  },
  {
    code: 'privilege-escalation',
    good: policy(statement('"cam:GetRole"')),
    bad: policy(statement('"cam:GetRole",«"cam:AttachRolePolicy"»')),
  },
  {
    code: 'privilege-escalation',
    good: policy(statement('"sts:AssumeRole"', '"qcs::cam::uin/100000000001:roleName/reader"')),
    bad: policy(statement('«"sts:AssumeRole"»')),
  },
  {
    code: 'shadowed-by-deny',
    good: policy(statement('"trtc:RemoveUser"', app), statement('"trtc:DismissRoom"', app, 'deny')),
    bad: policy(statement('«"trtc:RemoveUser"»', app), statement('"trtc:*"', '"*"', 'deny')),
  },
  {
    code: 'duplicate-statement',
    good: policy(twice, statement('"cvm:DescribeInstances"')),
    bad: policy(twice, `«${twice}»`, statement('"cvm:DescribeInstances"')),
    fixed: policy(twice, statement('"cvm:DescribeInstances"')),
  },
  {
    code: 'missing-companion',
    good: policy(statement('"mps:ProcessMedia","cam:GetRole"')),
    bad: policy(statement('«"mps:ProcessMedia"»')),
    fixed: policy(statement('"mps:ProcessMedia","cam:GetRole"')),
  },
];

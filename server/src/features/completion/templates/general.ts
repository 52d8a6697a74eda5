/** Templates of no single product. Sources: CAM's pages on conditions and on authorisation by tag; CVM's page on CAM. */
import { choice } from '../snippet.js';
import type { PolicyTemplate } from './template.js';

/** Services whose `Describe…` actions do nothing but read: a test compares them with the catalogue. */
const readable = [
  'cvm',
  'vpc',
  'clb',
  'cdb',
  'redis',
  'mongodb',
  'postgres',
  'monitor',
  'cls',
  'tag',
  'es',
  'cfs',
  'ssl',
];

export const generalTemplates: readonly PolicyTemplate[] = [
  {
    id: 'identity',
    title: { en: 'Allow or deny one action', zh: '允许或拒绝单个操作' },
    description: {
      en: 'A policy for users, groups and roles with one statement.',
      zh: '适用于用户、用户组和角色的策略，含一条语句。',
    },
    statements: [{ effect: '${1|allow,deny|}', action: ['${2:cvm:DescribeInstances}'], resource: '*' }],
  },
  {
    id: 'read-only',
    title: { en: 'Read-only access to one service', zh: '单个云服务的只读权限' },
    description: {
      en: 'Every Describe action of a service whose reading actions are called so.',
      zh: '某云服务的全部 Describe 操作，适用于以 Describe 命名读操作的服务。',
    },
    statements: [{ effect: 'allow', action: [`${choice(1, readable)}:Describe*`], resource: '*' }],
  },
  {
    id: 'deny-outside',
    title: { en: 'Deny access from outside an address range', zh: '拒绝指定网段以外的访问' },
    description: {
      en: 'Denies everything to requests from other addresses, and allows nothing: attach it beside the policies that allow. It takes effect for services that support conditions on addresses.',
      zh: '拒绝来自其他地址的所有请求，本身不授予权限，需与授权策略同时关联。仅对支持 IP 条件的云服务生效。',
    },
    statements: [
      {
        effect: 'deny',
        action: ['*'],
        resource: '*',
        condition: { ip_not_equal: { 'qcs:ip': ['${1:203.0.113.0/24}'] } },
      },
    ],
  },
  {
    id: 'cvm-by-tag',
    title: { en: 'CVM: start and stop instances with a tag', zh: 'CVM：启动和停止带有指定标签的实例' },
    description: {
      en: 'Starts, stops and restarts the instances that carry a tag, and shows those instances.',
      zh: '启动、停止、重启并查看带有指定标签的实例。',
    },
    statements: [
      {
        effect: 'allow',
        action: ['cvm:DescribeInstances', 'cvm:StartInstances', 'cvm:StopInstances', 'cvm:RebootInstances'],
        resource: '*',
        condition: { 'for_any_value:string_equal': { 'qcs:resource_tag': ['${1:env}&${2:prod}'] } },
      },
    ],
  },
];

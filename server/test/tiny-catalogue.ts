/** A small catalogue for tests: a few services, one action for each kind of evidence. Tests must not depend on the shipped data. */
import { createCatalogue } from '../src/core/catalogue/index.js';
import type { Catalogue, CatalogueSource } from '../src/core/catalogue/catalogue.js';
import type { ServiceData, Text } from '../src/core/catalogue/data.js';

const same = (text: string): Text => ({ en: text, zh: text });

/** No resource-level support of its own; a general instruction says to use `*`. */
const mps: ServiceData = {
  service: 'mps',
  product: { en: 'Media Processing Service', zh: '媒体处理' },
  complete: true,
  region: 'none',
  account: 'uin',
  levelOfRest: { level: 'operation', scope: 'instruction', sources: [0] },
  resourceTypes: [
    { id: 'vts', format: 'qcs::mps::uin/${uin}:vts/*', variables: [{ name: 'uin', kind: 'account' }], sources: [1] },
  ],
  companions: [
    {
      action: 'cam:GetRole',
      resource: '*',
      for: 'console',
      reason: same('The console looks for the service role.'),
      sources: [0],
    },
  ],
  roles: [{ name: 'MPS_QcsRole', purpose: same('Lets MPS read and write the buckets.'), sources: [0] }],
  presets: [{ name: 'QcloudMPSFullAccess', scope: same('All actions of MPS.'), sources: [0] }],
  sources: [
    { title: 'Account Authorization', date: '2025-11-26', current: true },
    { title: 'CAM: Media Processing Service', document: '598/57139', date: '2024-11-20' },
  ],
  names: { read: 'DescribeTaskDetail DescribeUserInfo ParseNotification', write: 'EditMedia ManageTask ProcessMedia' },
  actions: {
    CreateResource: {
      access: 'write',
      description: { en: 'Creates a video toolkit resource.', zh: '创建视频工具资源。' },
      level: { level: 'resource', scope: 'action', sources: [1] },
      resourceTypes: ['vts'],
    },
    ProcessImage: {
      access: 'write',
      description: { en: 'Starts image processing.', zh: '发起图片处理。' },
      level: { level: 'operation', scope: 'action', sources: [1] },
    },
    RequestFromSdk: {
      access: 'write',
      description: { en: 'Allows calls made through the SDK.', zh: '允许通过 SDK 调用。' },
      kind: 'pseudo',
      sources: [0],
    },
  },
};

/** Resources with an empty region; current documents name both kinds of action and a restriction. */
const trtc: ServiceData = {
  service: 'trtc',
  product: { en: 'Real-Time Communication', zh: '实时音视频' },
  granularity: { level: 'resource', sources: [0] },
  complete: true,
  region: 'none',
  account: 'uin',
  resourceTypes: [
    {
      id: 'sdkappid',
      name: { en: 'Application', zh: '应用' },
      format: 'qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}',
      variables: [
        { name: 'uin', kind: 'account' },
        { name: 'SdkAppId', kind: 'id', description: same('The number of the application.') },
      ],
      sources: [0],
    },
  ],
  sources: [
    { title: 'Manageable Resources and Actions', document: '647/39549', date: '2026-01-16', current: true },
    { title: 'CAM: TRTC', document: '598/57174', date: '2024-11-20' },
    { title: 'TRTC actions of an older list', date: '2022-06-10' },
  ],
  names: { read: 'DescribeTRTCMarketScaleData' },
  actions: {
    DismissRoom: {
      access: 'write',
      description: { en: 'Closes a room and removes everyone in it.', zh: '解散房间并移出所有用户。' },
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['sdkappid'],
      parameters: [
        { name: 'SdkAppId', type: 'number', required: true, resource: true },
        { name: 'RoomId', type: 'number', required: true },
      ],
      kind: 'server',
    },
    RemoveUser: {
      access: 'write',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['sdkappid'],
    },
    CreateTrtcApp: {
      access: 'write',
      description: { en: 'Creates an application.', zh: '创建应用。' },
      level: { level: 'operation', scope: 'action', sources: [0] },
      restriction: { en: 'The request carries no SdkAppId.', zh: '请求中没有 SdkAppId。' },
      kind: 'console',
    },
    DescribeRecordStatistic: {
      access: 'read',
      level: { level: 'operation', scope: 'action', sources: [2] },
      restriction: { en: 'Not supported for business reasons.', zh: '因业务原因不支持。' },
    },
    DescribeCallDetail: {
      access: 'read',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['sdkappid'],
      status: { kind: 'renamed', successor: 'DescribeCallDetailInfo', sources: [1] },
    },
    CreateSpearConf: {
      access: 'write',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['sdkappid'],
      conflict: { en: 'Another document calls it operation-level.', zh: '另一份文档称其为操作级。' },
    },
  },
};

/** Short regions; the fully written queue resource. */
const cmqqueue: ServiceData = {
  service: 'cmqqueue',
  product: { en: 'Cloud Message Queue (queue)', zh: '消息队列 CMQ（队列模型）' },
  complete: true,
  region: 'short',
  account: 'uin',
  successor: { service: 'tdmq', note: same('CMQ lives on in TDMQ.') },
  resourceTypes: [
    {
      id: 'queueName',
      format: 'qcs::cmqqueue:${region}:uin/${uin}:queueName/uin/${CreateUin}/${QueueName}',
      variables: [
        { name: 'region', kind: 'region' },
        { name: 'uin', kind: 'account' },
        { name: 'CreateUin', kind: 'account' },
        { name: 'QueueName', kind: 'name' },
      ],
      sources: [0],
    },
  ],
  sources: [{ title: 'Setting Permission Through API', date: '2020-07-14', current: true }],
  names: { list: 'ListQueue', read: 'ReceiveMessage', write: 'SendMessage' },
  actions: {
    CreateQueue: {
      access: 'write',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['queueName'],
    },
    RewindQueue: { access: 'write', level: { level: 'operation', scope: 'action', sources: [0] } },
  },
};

/** Operation-level as a product. */
const cam: ServiceData = {
  service: 'cam',
  product: { en: 'Cloud Access Management', zh: '访问管理' },
  granularity: { level: 'operation', sources: [0] },
  levelOfRest: {
    level: 'operation',
    scope: 'product',
    derived: { en: 'The product list calls it operation-level.', zh: '产品列表称其为操作级。' },
    sources: [0],
  },
  complete: true,
  account: 'uin',
  sources: [{ title: 'CAM-Enabled Products', date: '2023-01-06' }],
  names: { read: 'GetRole', list: 'ListUsers', permission: 'AttachRolePolicy PassRole' },
};

/** Nothing known of most actions; the list is not complete. */
const cvm: ServiceData = {
  service: 'cvm',
  product: { en: 'Cloud Virtual Machine', zh: '云服务器' },
  region: 'modern',
  account: 'uin',
  resourceTypes: [
    {
      id: 'instance',
      format: 'qcs::cvm:${region}:uin/${uin}:instance/${InstanceId}',
      variables: [
        { name: 'region', kind: 'region' },
        { name: 'uin', kind: 'account' },
        { name: 'InstanceId', kind: 'id' },
      ],
      sources: [0],
    },
  ],
  conditionKeys: [{ key: 'cvm:instance_type', actions: ['RunInstances'], sources: [0] }],
  sources: [{ title: 'CVM resource-level permissions', date: '2021-07-15' }],
  names: { read: 'DescribeInstances DescribeInstancesStatus DescribeZones', write: 'RunInstances' },
  actions: {
    TerminateInstances: {
      access: 'write',
      level: { level: 'resource', scope: 'action', sources: [0] },
      resourceTypes: ['instance'],
    },
    DescribeRegions: { access: 'read', level: { level: 'operation', scope: 'action', sources: [0] } },
  },
};

/** Known by name only, and under a second abbreviation. */
const vod: ServiceData = {
  service: 'vod',
  product: { en: 'Video on Demand', zh: '云点播' },
  aliases: ['consolevod'],
  names: { read: 'DescribeMediaInfos', write: 'ApplyUpload' },
};

const tinyServices = [cam, cmqqueue, cvm, mps, trtc, vod];

/** The source of the small catalogue, for tests of what reads sources; `services` takes the place of its own. */
export function tinySource(services: readonly ServiceData[] = tinyServices): CatalogueSource {
  return {
    date: '2026-11-22',
    summaries: services.map(({ service, product, aliases }) => ({ service, product, ...(aliases && { aliases }) })),
    load: (id) => services.find(({ service }) => service === id),
    // As in the shipped one, some of these services may not have the action.
    servicesWith: () => services.map(({ service }) => service),
  };
}

export const tinyCatalogue: Catalogue = createCatalogue(tinySource());

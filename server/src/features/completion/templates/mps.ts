/** Templates of MPS. Source: MPS account authorisation. */
import type { PolicyTemplate } from './template.js';

export const mpsTemplates: readonly PolicyTemplate[] = [
  {
    id: 'mps-sdk-and-console',
    title: { en: 'MPS: start jobs and see their results', zh: 'MPS：发起任务并查看结果' },
    description: {
      en: 'Starts media processing, live stream and image jobs through SDK (RequestFromSdk) and console (DescribeUserInfo, cam:GetRole), and shows how they end.',
      zh: '通过 SDK（RequestFromSdk）与控制台（DescribeUserInfo、cam:GetRole）发起音视频、直播流和图片处理任务，并查看结果。',
    },
    statements: [
      {
        effect: 'allow',
        action: [
          'mps:RequestFromSdk',
          'mps:DescribeUserInfo',
          'mps:ProcessMedia',
          'mps:ProcessLiveStream',
          'mps:ProcessImage',
          'mps:DescribeTasks',
          'mps:DescribeTaskDetail',
        ],
        resource: '*',
      },
      { effect: 'allow', action: ['cam:GetRole'], resource: '*' },
    ],
  },
  {
    id: 'mps-full-access',
    title: { en: 'MPS: full access', zh: 'MPS：全部权限' },
    description: {
      en: 'Every action of Media Processing Service. The console also needs cam:GetRole, which is not included.',
      zh: '媒体处理的全部操作，不含控制台查询角色所需的 cam:GetRole。',
    },
    statements: [{ effect: 'allow', action: ['mps:*'], resource: '*' }],
  },
];

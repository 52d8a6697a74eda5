/** Templates of TRTC. Sources: TRTC, manageable resources and actions, 647/39549; CAM's page on TRTC. */
import type { PolicyTemplate, StatementTemplate } from './template.js';

const application = 'qcs::trtc::uin/${1:100000000001}:sdkappid/${2:1400000000}';

/** Every action: on one application where that can be said, the others in statements of their own. */
const everything: readonly StatementTemplate[] = [
  { effect: 'allow', action: ['trtc:*'], resource: [application] },
  {
    effect: 'allow',
    action: [
      // A wildcard, since the only action that begins so was renamed.
      'trtc:DescribeDetail*',
      'trtc:DescribeDurationPackages',
      'trtc:DescribeRecordStatistic',
      'trtc:DescribeTrtcInteractiveTime',
      'trtc:DescribeTrtcMcuTranscodeTime',
      'trtc:DescribeTrtcStatistic',
      'trtc:GetCommState',
      'trtc:GetElasticSearchData',
      'trtc:GetUserInfo',
      'trtc:GetUserList',
      'trtc:HardDescribeMixConf',
      'trtc:RemindBalance',
    ],
    resource: '*',
  },
  {
    effect: 'allow',
    action: [
      'trtc:AddToDemoApplyList',
      'trtc:AlterAudit',
      'trtc:AlterUserDomain',
      'trtc:CopyStrategyApiForConsole',
      'trtc:CreateBasicModeration',
      'trtc:CreateCloudModeration',
      'trtc:CreateCloudSliceTask',
      'trtc:CreateKeywordsLibForConsole',
      'trtc:CreateKeywordsSamplesForConsole',
      'trtc:CreateTRTCFreePackage',
      'trtc:CreateTrtcApp',
      'trtc:CreateTrtcFreeLicense',
      'trtc:ModifyMixConf',
    ],
    resource: '*',
  },
];

export const trtcTemplates: readonly PolicyTemplate[] = [
  {
    id: 'trtc-rooms',
    title: { en: 'TRTC: rooms of one application', zh: 'TRTC：单个应用的房间管理' },
    description: {
      en: 'Shows the rooms and users of one application, removes users and dismisses rooms.',
      zh: '查看单个应用的房间与用户，移出用户并解散房间。',
    },
    statements: [
      {
        effect: 'allow',
        action: [
          'trtc:DescribeRoomInfo',
          'trtc:DescribeUserInfo',
          'trtc:RemoveUser',
          'trtc:RemoveUserByStrRoomId',
          'trtc:DismissRoom',
          'trtc:DismissRoomByStrRoomId',
        ],
        resource: [application],
      },
    ],
  },
  {
    id: 'trtc-application',
    title: { en: 'TRTC: everything on one application', zh: 'TRTC：单个应用的全部操作' },
    description: {
      en: 'Every action on one application. Actions that cannot be restricted to an application work on all of them and stand in statements of their own, those that read and those that write: delete what is not wanted.',
      zh: '单个应用的全部操作。不支持资源级授权的操作对所有应用生效，按读、写单独列为两条语句，不需要的请删除。',
    },
    statements: everything,
  },
  {
    id: 'trtc-all-but-one',
    title: { en: 'TRTC: everything on one application but one action', zh: 'TRTC：单个应用除某一操作外的全部操作' },
    description: {
      en: 'Allows every action on one application and denies one action there; a deny outweighs every allow. Actions that cannot be restricted to an application stand in statements of their own: delete what is not wanted.',
      zh: '允许单个应用的全部操作，并拒绝其中一个；拒绝优先于任何允许。不支持资源级授权的操作单独列为语句，不需要的请删除。',
    },
    statements: [...everything, { effect: 'deny', action: ['trtc:${3:DismissRoom}'], resource: [application] }],
  },
];

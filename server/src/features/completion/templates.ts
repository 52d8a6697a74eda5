/**
 * Policies to start from, as data. Strings hold tab stops (see `snippet.ts`). Before anything is typed at them, lint has nothing to report.
 * Sources: MPS account authorisation; TRTC manageable resources and actions (647/39549); CMQ permissions through the API; CAM role pages and
 * COS access policy pages.
 */
import type { Language } from '../../core/catalogue/language.js';
import type { Text } from '../../core/text.js';
import { regionCodes } from './regions.js';
import { choice } from './snippet.js';

export interface StatementTemplate {
  /** JSON. */
  readonly principal?: string;
  readonly effect: string;
  readonly action: readonly string[];
  /** Absent in trust policies. */
  readonly resource?: readonly string[] | '*';
}

export interface PolicyTemplate {
  readonly id: string;
  readonly title: Text;
  /** What its statements are called in a list of statements, where the title speaks of a policy. */
  readonly statementTitle?: Text;
  readonly description: Text;
  readonly statements: readonly StatementTemplate[];
}

const service = '{ "service": ["${1|cvm.qcloud.com,scf.qcloud.com,cls.cloud.tencent.com,cos.cloud.tencent.com|}"] }';
const application = 'qcs::trtc::uin/${1:100000000001}:sdkappid/${2:1400000000}';
/** Resources of CMQ name the region by its short code, the account of the owner, and the account that created them. */
const owner = (regions: readonly string[]): string => `${choice(1, regions)}:uin/\${2:100000000001}`;
const queueIn = (regions: readonly string[]): string =>
  `qcs::cmqqueue:${owner(regions)}:queueName/uin/\${3:100000000002}/\${4:queue}`;
const topicIn = (regions: readonly string[]): string =>
  `qcs::cmqtopic:${owner(regions)}:topicName/uin/\${3:100000000002}/\${4:topic}`;

/** Whole policies, in the order to offer them. */
export function policyTemplates(language: Language): readonly PolicyTemplate[] {
  const regions = regionCodes('short', language);
  return [...generalTemplates, ...queueTemplates(queueIn(regions)), ...topicTemplates(topicIn(regions))];
}

const generalTemplates: readonly PolicyTemplate[] = [
  {
    id: 'identity',
    title: { en: 'Policy for users, groups and roles', zh: '用户、用户组或角色的策略' },
    statementTitle: { en: 'Statement for one action', zh: '单个操作的语句' },
    description: { en: 'One statement that allows or denies an action.', zh: '一条允许或拒绝某操作的语句。' },
    statements: [{ effect: '${1|allow,deny|}', action: ['${2:cvm:DescribeInstances}'], resource: '*' }],
  },
  {
    id: 'trust-service',
    title: { en: 'Role trust policy: a service', zh: '角色信任策略：云服务' },
    statementTitle: { en: 'Trust in a service', zh: '信任云服务' },
    description: { en: 'Lets a Tencent Cloud service take on the role.', zh: '允许腾讯云服务扮演该角色。' },
    statements: [{ principal: service, effect: 'allow', action: ['name/sts:AssumeRole'] }],
  },
  {
    id: 'trust-account',
    title: { en: 'Role trust policy: an account', zh: '角色信任策略：账号' },
    statementTitle: { en: 'Trust in an account', zh: '信任账号' },
    description: {
      en: 'Lets the users of a root account take on the role, as far as their own policies allow it.',
      zh: '允许某主账号下的用户在其自身策略允许的范围内扮演该角色。',
    },
    statements: [
      {
        principal: '{ "qcs": ["qcs::cam::uin/${1:100000000001}:root"] }',
        effect: 'allow',
        action: ['name/sts:AssumeRole'],
      },
    ],
  },
  {
    id: 'cos-bucket',
    title: { en: 'COS bucket policy', zh: 'COS 存储桶策略' },
    statementTitle: { en: 'COS bucket: a user reads its objects', zh: 'COS 存储桶：某用户读取对象' },
    description: {
      en: 'Lets a user read the objects of a bucket; attached to the bucket, not to the user.',
      zh: '允许某用户读取存储桶中的对象；关联到存储桶而非用户。',
    },
    statements: [
      {
        principal: '{ "qcs": ["qcs::cam::uin/${1:100000000001}:uin/${2:100000000002}"] }',
        effect: 'allow',
        action: ['name/cos:GetObject', 'name/cos:HeadObject'],
        resource: ['qcs::cos:${3:ap-guangzhou}:uid/${4:1250000000}:${5:examplebucket-1250000000}/*'],
      },
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
  {
    id: 'mps-sdk-and-console',
    title: { en: 'MPS: use through SDK and console', zh: 'MPS：通过 SDK 与控制台使用' },
    description: {
      en: 'Starts tasks and looks at them, through the SDK (RequestFromSdk) and in the console (DescribeUserInfo, cam:GetRole).',
      zh: '通过 SDK（RequestFromSdk）与控制台（DescribeUserInfo、cam:GetRole）发起并查看任务。',
    },
    statements: [
      {
        effect: 'allow',
        action: ['mps:RequestFromSdk', 'mps:DescribeUserInfo', 'mps:ProcessMedia', 'mps:DescribeTaskDetail'],
        resource: '*',
      },
      { effect: 'allow', action: ['cam:GetRole'], resource: '*' },
    ],
  },
  {
    id: 'trtc-application',
    title: { en: 'TRTC: one application', zh: 'TRTC：单个应用' },
    description: {
      en: 'Every action of Real-Time Communication that can be restricted to an application, on one of them.',
      zh: '对单个应用授予实时音视频中所有支持资源级授权的操作。',
    },
    statements: [{ effect: 'allow', action: ['trtc:*'], resource: [application] }],
  },
  {
    id: 'trtc-all-but-one',
    title: { en: 'TRTC: one application, all but one action', zh: 'TRTC：单个应用，除某一操作外' },
    description: {
      en: 'Allows everything on an application and denies one action there; a deny outweighs every allow.',
      zh: '允许某应用的全部操作，并拒绝其中一个；拒绝优先于任何允许。',
    },
    statements: [
      { effect: 'allow', action: ['trtc:*'], resource: [application] },
      { effect: 'deny', action: ['trtc:${3:RemoveUser}'], resource: [application] },
    ],
  },
];

const queueTemplates = (queue: string): readonly PolicyTemplate[] => [
  {
    id: 'cmq-queue-producer',
    title: { en: 'CMQ queue: producer', zh: 'CMQ 队列：生产者' },
    description: { en: 'Sends messages to one queue.', zh: '向单个队列发送消息。' },
    statements: [{ effect: 'allow', action: ['cmqqueue:SendMessage', 'cmqqueue:BatchSendMessage'], resource: [queue] }],
  },
  {
    id: 'cmq-queue-consumer',
    title: { en: 'CMQ queue: consumer', zh: 'CMQ 队列：消费者' },
    description: {
      en: 'Lists the queues, and receives and deletes the messages of one.',
      zh: '列出队列，并接收和删除单个队列的消息。',
    },
    statements: [
      { effect: 'allow', action: ['cmqqueue:ListQueue'], resource: '*' },
      {
        effect: 'allow',
        action: [
          'cmqqueue:ReceiveMessage',
          'cmqqueue:BatchReceiveMessage',
          'cmqqueue:DeleteMessage',
          'cmqqueue:BatchDeleteMessage',
        ],
        resource: [queue],
      },
    ],
  },
  {
    id: 'cmq-queue-administrator',
    title: { en: 'CMQ queue: administrator', zh: 'CMQ 队列：管理员' },
    description: {
      en: 'Does everything to one queue. Five actions cannot be restricted to a queue and stand in a statement of their own: they list all queues, and RewindQueue and UnbindDeadLetter work on every queue.',
      zh: '对单个队列执行全部操作。五个操作不支持资源级授权，单独列为一条语句：可列出所有队列，且 RewindQueue 与 UnbindDeadLetter 对所有队列生效。',
    },
    statements: [
      {
        effect: 'allow',
        action: [
          'cmqqueue:ListQueue',
          'cmqqueue:DescribeQueueDetail',
          'cmqqueue:DescribeDeadLetterSourceQueues',
          'cmqqueue:RewindQueue',
          'cmqqueue:UnbindDeadLetter',
        ],
        resource: '*',
      },
      { effect: 'allow', action: ['cmqqueue:*'], resource: [queue] },
    ],
  },
];

const topicTemplates = (topic: string): readonly PolicyTemplate[] => [
  {
    id: 'cmq-topic-producer',
    title: { en: 'CMQ topic: producer', zh: 'CMQ 主题：生产者' },
    description: { en: 'Publishes messages to one topic.', zh: '向单个主题发布消息。' },
    statements: [
      { effect: 'allow', action: ['cmqtopic:PublishMessage', 'cmqtopic:BatchPublishMessage'], resource: [topic] },
    ],
  },
  {
    id: 'cmq-topic-consumer',
    title: { en: 'CMQ topic: subscriber', zh: 'CMQ 主题：订阅者' },
    description: {
      en: 'Lists the topics, and makes, looks at and removes subscriptions of one.',
      zh: '列出主题，并创建、查看和删除单个主题的订阅。',
    },
    statements: [
      { effect: 'allow', action: ['cmqtopic:ListTopic'], resource: '*' },
      {
        effect: 'allow',
        action: [
          'cmqtopic:Subscribe',
          'cmqtopic:Unsubscribe',
          'cmqtopic:ListSubscriptionByTopic',
          'cmqtopic:GetSubscriptionAttributes',
        ],
        resource: [topic],
      },
    ],
  },
  {
    id: 'cmq-topic-administrator',
    title: { en: 'CMQ topic: administrator', zh: 'CMQ 主题：管理员' },
    description: {
      en: 'Does everything to one topic. Three actions cannot be restricted to a topic and stand in a statement of their own: they list all topics and subscriptions.',
      zh: '对单个主题执行全部操作。三个操作不支持资源级授权，单独列为一条语句：可列出所有主题与订阅。',
    },
    statements: [
      {
        effect: 'allow',
        action: ['cmqtopic:ListTopic', 'cmqtopic:DescribeTopicDetail', 'cmqtopic:DescribeSubscriptionDetail'],
        resource: '*',
      },
      { effect: 'allow', action: ['cmqtopic:*'], resource: [topic] },
    ],
  },
];

/** Statements to start from besides those of the policies. */
export const statementTemplates: readonly PolicyTemplate[] = [
  {
    id: 'allow',
    title: { en: 'Statement that allows', zh: '允许语句' },
    description: { en: 'Allows actions on resources.', zh: '允许对资源执行操作。' },
    statements: [{ effect: 'allow', action: ['$1'], resource: ['$2'] }],
  },
  {
    id: 'deny',
    title: { en: 'Statement that denies', zh: '拒绝语句' },
    description: {
      en: 'Denies actions on resources; a deny outweighs every allow.',
      zh: '拒绝对资源执行操作；拒绝优先于任何允许。',
    },
    statements: [{ effect: 'deny', action: ['$1'], resource: ['$2'] }],
  },
];

/** Templates of CMQ queues and topics. Source: CMQ permissions through the API. */
import { choice } from '../snippet.js';
import type { PolicyTemplate } from './template.js';

/** Resources of CMQ name the region by its short code, the account of the owner, and the account that created them. */
const owner = (regions: readonly string[]): string => `${choice(1, regions)}:uin/\${2:100000000001}`;
const queueIn = (regions: readonly string[]): string =>
  `qcs::cmqqueue:${owner(regions)}:queueName/uin/\${3:100000000002}/\${4:queue}`;
const topicIn = (regions: readonly string[]): string =>
  `qcs::cmqtopic:${owner(regions)}:topicName/uin/\${3:100000000002}/\${4:topic}`;

/** `regions`: short codes. */
export const cmqTemplates = (regions: readonly string[]): readonly PolicyTemplate[] => [
  ...queueTemplates(queueIn(regions)),
  ...topicTemplates(topicIn(regions)),
];

const queueTemplates = (queue: string): readonly PolicyTemplate[] => [
  {
    id: 'cmq-queue-producer',
    title: { en: 'CMQ: send messages to one queue', zh: 'CMQ：向单个队列发送消息' },
    description: {
      en: 'For the producer: sends messages to one queue, one or several at a time.',
      zh: '适用于生产者：向单个队列发送消息，支持批量发送。',
    },
    statements: [{ effect: 'allow', action: ['cmqqueue:SendMessage', 'cmqqueue:BatchSendMessage'], resource: [queue] }],
  },
  {
    id: 'cmq-queue-consumer',
    title: { en: 'CMQ: receive messages of one queue', zh: 'CMQ：接收单个队列的消息' },
    description: {
      en: 'For the consumer: lists all queues, and receives and deletes the messages of one queue.',
      zh: '适用于消费者：列出所有队列，并接收和删除单个队列的消息。',
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
    title: { en: 'CMQ: everything on one queue', zh: 'CMQ：单个队列的全部操作' },
    description: {
      en: 'Every action on one queue. Five actions cannot be restricted to a queue and stand in a statement of their own: they show all queues, and RewindQueue and UnbindDeadLetter change any queue.',
      zh: '对单个队列执行全部操作。五个操作不支持资源级授权，单独列为一条语句：可查看所有队列，且 RewindQueue 与 UnbindDeadLetter 可修改任意队列。',
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
    title: { en: 'CMQ: publish messages to one topic', zh: 'CMQ：向单个主题发布消息' },
    description: {
      en: 'For the publisher: publishes messages to one topic, one or several at a time.',
      zh: '适用于发布者：向单个主题发布消息，支持批量发布。',
    },
    statements: [
      { effect: 'allow', action: ['cmqtopic:PublishMessage', 'cmqtopic:BatchPublishMessage'], resource: [topic] },
    ],
  },
  {
    id: 'cmq-topic-consumer',
    title: { en: 'CMQ: subscribe to one topic', zh: 'CMQ：订阅单个主题' },
    description: {
      en: 'For the subscriber: lists all topics, and creates, reads and deletes the subscriptions of one topic.',
      zh: '适用于订阅者：列出所有主题，并创建、查看和删除单个主题的订阅。',
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
    title: { en: 'CMQ: everything on one topic', zh: 'CMQ：单个主题的全部操作' },
    description: {
      en: 'Every action on one topic. Three actions cannot be restricted to a topic and stand in a statement of their own: they show all topics and subscriptions.',
      zh: '对单个主题执行全部操作。三个操作不支持资源级授权，单独列为一条语句：可查看所有主题与订阅。',
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

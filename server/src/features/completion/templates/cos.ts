/** Templates of COS. Sources: COS, access policies and request examples; STS, GetFederationToken. */
import { choice } from '../snippet.js';
import type { PolicyTemplate } from './template.js';

/** A bucket's objects; three tab stops from `first` on. */
const bucketIn = (regions: readonly string[], first: number): string => {
  const appid = `\${${first + 1}:1250000000}`;
  return `qcs::cos:${choice(first, regions)}:uid/${appid}:\${${first + 2}:examplebucket}-${appid}`;
};

/** A whole upload, in one request or in parts. */
const uploads = [
  'cos:PutObject',
  'cos:PostObject',
  'cos:InitiateMultipartUpload',
  'cos:UploadPart',
  'cos:CompleteMultipartUpload',
  'cos:AbortMultipartUpload',
  'cos:ListParts',
];

/** `regions`: such as `ap-guangzhou`. */
export function cosTemplates(regions: readonly string[]): readonly PolicyTemplate[] {
  const prefix = `${bucketIn(regions, 1)}/\${4:prefix}/*`;
  return [
    {
      id: 'cos-read-bucket',
      title: { en: 'COS: read one bucket', zh: 'COS：读取单个存储桶' },
      description: {
        en: 'Lists the objects of one bucket and downloads them.',
        zh: '列出单个存储桶中的对象并下载。',
      },
      statements: [
        {
          effect: 'allow',
          action: ['cos:HeadBucket', 'cos:GetBucket', 'cos:GetObject', 'cos:HeadObject'],
          resource: [`${bucketIn(regions, 1)}/*`],
        },
      ],
    },
    {
      id: 'cos-upload-prefix',
      title: { en: 'COS: upload to one prefix of a bucket', zh: 'COS：上传到存储桶的指定前缀' },
      description: {
        en: 'Uploads objects whose keys begin with a prefix, in one request or in parts. Does not read or delete.',
        zh: '以简单上传、表单上传或分块上传方式写入键名以指定前缀开头的对象，不含读取和删除。',
      },
      statements: [{ effect: 'allow', action: uploads, resource: [prefix] }],
    },
    {
      id: 'cos-temporary-keys',
      title: { en: 'COS: issue temporary keys for uploads', zh: 'COS：签发用于上传的临时密钥' },
      description: {
        en: 'For the server that issues the keys (GetFederationToken). A key never allows more than its issuer: the second statement is the most that a key can allow.',
        zh: '适用于签发临时密钥（GetFederationToken）的服务端。临时密钥的权限不超过签发者，第二条语句即为密钥权限的上限。',
      },
      statements: [
        { effect: 'allow', action: ['sts:GetFederationToken'], resource: '*' },
        { effect: 'allow', action: uploads, resource: [prefix] },
      ],
    },
  ];
}

/** Policies that are attached to a bucket. */
export const bucketPolicies = (regions: readonly string[]): readonly PolicyTemplate[] => [
  {
    id: 'cos-bucket',
    title: { en: 'COS bucket policy: let a user read objects', zh: 'COS 存储桶策略：允许某用户读取对象' },
    statementTitle: { en: 'COS bucket: let a user read objects', zh: 'COS 存储桶：允许某用户读取对象' },
    description: {
      en: 'Attached to the bucket, not to the user: lets a user read the objects of the bucket.',
      zh: '关联到存储桶而非用户：允许某用户读取存储桶中的对象。',
    },
    statements: [
      {
        principal: { qcs: ['qcs::cam::uin/${1:100000000001}:uin/${2:100000000002}'] },
        effect: 'allow',
        action: ['name/cos:GetObject', 'name/cos:HeadObject'],
        resource: [`${bucketIn(regions, 3)}/*`],
      },
    ],
  },
];

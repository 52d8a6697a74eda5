/** Messages about adding a statement from an access-denied message. */

/** What is told besides the edit. */
export const texts = {
  unknown: {
    en: 'No refused action was found in this text. It should name one, as in “you are not authorized to perform operation (sms:SendSms) resource (…) has no permission”.',
    zh: '此文本中没有找到被拒绝的操作。应包含操作名，例如 “you are not authorized to perform operation (sms:SendSms) resource (…) has no permission”。',
  },
  service: {
    en: 'The message does not say to which service {names} belongs.',
    zh: '错误信息未说明 {names} 属于哪个服务。',
  },
  principal: {
    en: 'This policy has a principal, as a role’s trust policy or a bucket policy does. Add the permission to a policy of the user or role instead.',
    zh: '此策略指定了主体（角色信任策略或存储桶策略）。请将权限添加到用户或角色的策略中。',
  },
  broken: {
    en: 'A statement cannot be added: this is not a valid policy.',
    zh: '无法添加语句：当前文本不是有效的策略。',
  },
  allowed: {
    en: 'The policy allows this already: {names}. Another policy may deny it, or this one may not be attached.',
    zh: '策略已允许：{names}。可能有其他策略拒绝，或此策略尚未关联。',
  },
  denied: {
    en: 'A statement of this policy denies {names}, and a deny outweighs every allow.',
    zh: '此策略中有语句拒绝了 {names}，拒绝优先于任何允许。',
  },
  'may-be-denied': {
    en: 'A statement of this policy denies {names} under a condition or on some resources, and a deny outweighs every allow.',
    zh: '此策略中有语句在特定条件下或对部分资源拒绝了 {names}，拒绝优先于任何允许。',
  },
  all: {
    en: 'The message names no resource for {names}: all resources are allowed.',
    zh: '错误信息未指明 {names} 的资源：已允许所有资源。',
  },
  whole: {
    en: 'CAM asks about {names} with the resource *, so it is allowed for *, not for the resource that the message names.',
    zh: 'CAM 以资源 * 检查 {names}：已写为 *，而非错误信息中的资源。',
  },
  masked: {
    en: 'The message hides part of a resource with asterisks: write it out.',
    zh: '错误信息用星号隐藏了部分资源：请补全。',
  },
  scenario: { en: '{symptom} {remedy}', zh: '{symptom}{remedy}' },
  explicit: {
    en: '{names} is refused by an explicit deny, which outweighs every allow: adding a permission does not help. {where}',
    zh: '{names} 被显式拒绝，拒绝优先于任何允许：添加权限无济于事。{where}',
  },
  strategies: {
    en: 'The deny stands in policy {ids} (its number in the CAM console): change it there, or take the policy away from the user.',
    zh: '拒绝语句位于策略 {ids}（CAM 控制台中的策略 ID）：请在该策略中修改，或解除其与用户的关联。',
  },
  'no-strategy': {
    en: 'Look for it in the policies, permissions boundary and organisation policies of the user.',
    zh: '请在该用户的策略、权限边界与集团管控策略中查找。',
  },
  condition: {
    en: 'The new statement has the condition that the message names for {names}: {conditions}. Remove it to allow requests that do not meet it.',
    zh: '错误信息为 {names} 指明了条件，新语句已带上：{conditions}。仅当请求满足该条件时生效；如需无条件允许，请将其删除。',
  },
  'other-condition': {
    en: 'The message names a condition for {names} whose operator or values could not be read, so the new statement does not have it: {conditions}. Check whether it should.',
    zh: '错误信息为 {names} 指明了条件，但无法读出其运算符或值，因此未写入：{conditions}。请确认该权限是否应带此条件。',
  },
  'not-known': {
    en: '{names} is not in the catalogue: check the spelling.',
    zh: '此处的操作目录中没有 {names}：请检查拼写。',
  },
  'other-cloud': {
    en: 'This is a message of another cloud: its actions and resources do not exist in Tencent Cloud, so nothing was added.',
    zh: '这是其他云厂商的错误信息：其中的操作和资源在腾讯云中不存在，因此未添加任何内容。',
  },
  wild: {
    en: 'An asterisk in a key is a wildcard in a policy, which allows other objects, too: {keys}.',
    zh: '对象键中的星号在策略中是通配符，也会允许其他对象：{keys}。',
  },
  owner: {
    en: 'A resource in the policy belongs to another owner, and CAM lets nobody grant what they do not own. Check the account in the resource: the number of your root account behind uin/, for COS your APPID behind uid/ and in the bucket’s name.',
    zh: '策略中的某个资源属于其他账号，CAM 不允许授予不属于自己的资源。请检查资源中的账号：uin/ 后为主账号 UIN；COS 的 uid/ 后及存储桶名称中为 APPID。',
  },
  cos: {
    en: 'COS does not say which request was refused: choose its action. The method of the request or the SDK’s function tells it: an upload is PutObject, or in parts InitiateMultipartUpload, UploadPart and CompleteMultipartUpload; a form upload PostObject; a download GetObject; a list GetBucket.',
    zh: 'COS 未说明被拒绝的是哪个请求，请选择操作。可由请求方法或 SDK 函数判断：上传为 PutObject，分块上传为 InitiateMultipartUpload、UploadPart 与 CompleteMultipartUpload，表单上传为 PostObject，下载为 GetObject，列出对象为 GetBucket。',
  },
} as const;

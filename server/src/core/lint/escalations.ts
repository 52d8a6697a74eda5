/**
 * The actions of CAM and STS by which someone who has them can come to more rights than they were given, and how.
 * What each does is told by CAM's API documents (the catalogue has the descriptions); that it leads to more rights is our conclusion.
 */
import type { Text } from '../text.js';

/** An action beside a dangerous one. */
interface Addition {
  readonly action: string;
  /** What the holder can do with both; goes behind "they can also" and 还可. */
  readonly adds: Text;
}

export interface Escalation {
  /** `service:Action`; any one of them is enough. */
  readonly actions: readonly string[];
  /** Leads to more only where it reaches every user or role: on a single one it is how rights are meant to be given. */
  readonly everyone?: true;
  /** What the holder can do; goes behind "they can" and 可. */
  readonly how: Text;
  /** Actions with which the holder can do still more where the policy allows them, too. */
  readonly with?: readonly Addition[];
}

const cam = (...names: readonly string[]): readonly string[] => names.map((name) => `cam:${name}`);

export const escalations = {
  attach: {
    actions: cam(
      'AttachUserPolicy',
      'AttachUserPolicies',
      'AttachUsersPolicy',
      'AttachGroupPolicy',
      'AttachGroupPolicies',
      'AttachGroupsPolicy',
      'AttachRolePolicy',
      'AttachRolePolicies',
      'AttachRolesPolicy',
      'OperateCamStrategy',
      'BatchOperateCamStrategy',
    ),
    how: {
      en: 'attach any policy, even AdministratorAccess, to themselves, their group or a role that they use',
      zh: '将任意策略（包括 AdministratorAccess）关联给自己、所在用户组或可使用的角色',
    },
    with: cam('CreatePolicy', 'CreateCamStrategy').map((action) => ({
      action,
      adds: {
        en: 'write the policy that they attach, with any rights in it',
        zh: '自行编写所关联的策略，写入任意权限',
      },
    })),
  },
  rewrite: {
    actions: cam('UpdatePolicy', 'UpdateCamStrategy', 'CreatePolicyVersion', 'SetDefaultPolicyVersion'),
    how: {
      en: 'rewrite a custom policy that they have, or put another version of it into force',
      zh: '改写自己已拥有的自定义策略，或使其另一版本生效',
    },
  },
  trust: {
    actions: cam('UpdateAssumeRolePolicy'),
    how: {
      en: 'put themselves into the trust policy of any role and then assume it',
      zh: '将自己加入任意角色的信任策略，进而扮演该角色',
    },
    with: [
      {
        action: 'sts:AssumeRole',
        adds: { en: 'assume the role whose trust policy they have changed', zh: '扮演信任策略已被其修改的角色' },
      },
    ],
  },
  assume: {
    actions: ['sts:AssumeRole'],
    everyone: true,
    how: {
      en: 'assume every role that trusts the account, whatever it may do',
      zh: '扮演所有信任本账号的角色，无论其权限多大',
    },
  },
  pass: {
    actions: cam('PassRole'),
    everyone: true,
    how: {
      en: 'hand any role to a service and have it act with that role',
      zh: '将任意角色传递给云服务，并使其以该角色的权限操作',
    },
    with: [
      {
        action: 'scf:CreateFunction',
        adds: {
          en: 'run their own code in a function that has the role',
          zh: '创建使用该角色的云函数，运行自己的代码',
        },
      },
      {
        action: 'cvm:RunInstances',
        adds: {
          en: 'create an instance that has the role, and use the role’s rights there',
          zh: '创建绑定该角色的实例，并在实例中使用该角色的权限',
        },
      },
    ],
  },
  keys: {
    actions: cam('CreateAccessKey', 'CreateApiKey', 'CreateCollApiKey'),
    everyone: true,
    how: {
      en: 'create an access key of another user and act as that user',
      zh: '为其他用户创建访问密钥，并以其身份操作',
    },
  },
  password: {
    actions: cam('UpdateUser'),
    everyone: true,
    how: {
      en: 'set the password of another user and log in as that user',
      zh: '修改其他用户的登录密码，并以其身份登录',
    },
  },
  group: {
    actions: cam('AddUserToGroup', 'AddSubAccountsToGroup'),
    how: {
      en: 'add themselves to a user group that may do more',
      zh: '将自己加入权限更大的用户组',
    },
  },
  signOn: {
    actions: cam(
      'CreateUserSAMLConfig',
      'UpdateUserSAMLConfig',
      'CreateUserOIDCConfig',
      'UpdateUserOIDCConfig',
      'UpdateSAMLProvider',
      'UpdateOIDCConfig',
    ),
    how: {
      en: 'have an identity provider of their own sign them in as another user or role',
      zh: '通过自己控制的身份提供商以其他用户或角色的身份登录',
    },
  },
  boundary: {
    actions: cam(
      'PutUserPermissionsBoundary',
      'DeleteUserPermissionsBoundary',
      'PutRolePermissionsBoundary',
      'DeleteRolePermissionsBoundary',
      'PutEntitiesPermissionsBoundary',
      'DeleteEntitiesPermissionsBoundary',
    ),
    how: {
      en: 'lift the permissions boundary that limits them',
      zh: '解除限制自己的权限边界',
    },
  },
} as const satisfies { readonly [way: string]: Escalation };

/** Trust policies of roles: who may take a role on. Source: CAM, role pages. */
import { choice } from '../snippet.js';
import type { PolicyTemplate } from './template.js';

const services = ['cvm.qcloud.com', 'scf.qcloud.com', 'cls.cloud.tencent.com', 'cos.cloud.tencent.com'];

export const roleTemplates: readonly PolicyTemplate[] = [
  {
    id: 'trust-service',
    title: { en: 'Role trust policy: a service', zh: '角色信任策略：云服务' },
    statementTitle: { en: 'Role: trust a service', zh: '角色：信任云服务' },
    description: { en: 'Lets a Tencent Cloud service take on the role.', zh: '允许腾讯云服务扮演该角色。' },
    statements: [{ principal: { service: [choice(1, services)] }, effect: 'allow', action: ['name/sts:AssumeRole'] }],
  },
  {
    id: 'trust-account',
    title: { en: 'Role trust policy: an account', zh: '角色信任策略：账号' },
    statementTitle: { en: 'Role: trust an account', zh: '角色：信任账号' },
    description: {
      en: 'Lets the users of a root account take on the role, as far as their own policies allow it.',
      zh: '允许某主账号下的用户在其自身策略允许的范围内扮演该角色。',
    },
    statements: [
      {
        principal: { qcs: ['qcs::cam::uin/${1:100000000001}:root'] },
        effect: 'allow',
        action: ['name/sts:AssumeRole'],
      },
    ],
  },
  {
    id: 'trust-oidc',
    title: { en: 'Role trust policy: an OIDC identity provider', zh: '角色信任策略：OIDC 身份提供商' },
    statementTitle: { en: 'Role: trust an OIDC identity provider', zh: '角色：信任 OIDC 身份提供商' },
    description: {
      en: 'Lets holders of a token take on the role. CAM asks for the issuer (oidc:iss) and the client ID (oidc:aud); where one issuer serves many, add oidc:sub.',
      zh: '允许持有令牌者扮演该角色。必须指定签发者（oidc:iss）和客户端 ID（oidc:aud）；若签发者服务于多方，请再限定 oidc:sub。',
    },
    statements: [
      {
        principal: { federated: ['qcs::cam::uin/${1:100000000001}:oidc-provider/${2:provider}'] },
        effect: 'allow',
        action: ['name/sts:AssumeRoleWithWebIdentity'],
        condition: {
          string_equal: {
            'oidc:iss': ['${3:https://issuer.example.com}'],
            'oidc:aud': ['${4:client-id}'],
          },
        },
      },
    ],
  },
];

/** Statements that allow everything. */
import { effectiveStatements } from '../../access/effective.js';
import { isEverything } from '../../access/reach.js';
import { rule } from '../rule.js';

export default rule({
  group: 'safety',
  severity: 'warning',
  summary: {
    en: 'A statement should not allow every action on every resource.',
    zh: '不应有语句允许对所有资源执行所有操作。',
  },
  messages: {
    all: {
      en: 'This allows every action on every resource, even granting permissions. Allow only the services that are needed, such as "mps:*".',
      zh: '此语句允许对所有资源执行所有操作，包括授予他人权限。请写明所需的服务，如 "mps:*"。',
    },
    resource: { en: '"{resource}" stands for every resource.', zh: '"{resource}" 表示所有资源。' },
  },
  check: {
    policy(policy, { report }) {
      for (const { effect, actions, resources, conditional, principals } of effectiveStatements(policy)) {
        // Of a policy with a principal, `public-principal` and its kin speak.
        if (effect !== 'allow' || conditional || principals.kind !== 'attached') continue;
        const action = actions.find(({ form }) => form === 'all');
        const resource = action && resources.find(isEverything);
        if (resource)
          report(action.node, 'all', {
            related: [{ span: resource.node, message: 'resource', data: { resource: resource.node.value } }],
          });
      }
    },
  },
});

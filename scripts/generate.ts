/** `npm run generate`: writes every file that is made from others. CI runs it and expects no difference. */
import { generateGrammar } from '../syntaxes/generate.js';
import { generateRules } from './generate/rules.js';

generateGrammar();
generateRules();

/** `npm run generate`: writes every file that is made from others. CI runs it and expects no difference. */
import { generateGrammar } from '../syntaxes/generate.js';
import { generateCatalogue } from './catalogue/generate.js';
import { generateRules } from './generate/rules.js';

generateCatalogue();
generateGrammar();
generateRules();

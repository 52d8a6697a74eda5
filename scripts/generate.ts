/** `npm run generate`: writes every file that is made from others. CI runs it and expects no difference. */
import { generateRules } from './generate/rules.js';

generateRules();

/** Findings as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS. */
import type { ReportingDescriptor, Result as SarifResult, Run } from 'sarif';
import { version } from '../../../../../package.json';
import { ruleNames, ruleSummary, say, type Locale, type Severity } from '../../../core/index.js';
import { addressOf, plainMessage, regionOf, sarifSchema, sourceRoot } from '../../formats/sarif-parts.js';
import type { NamedFile } from '../../files/texts-in.js';
import type { Range } from '../../range.js';
import type { ShownFinding, SuppressedFinding } from '../check-text.js';
import { fingerprints } from './fingerprint.js';
import type { CheckedFile, Look, Reporter } from './index.js';

const levels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Results are written as they come; what has to be known for the rest of the run is kept. */
export function sarifReporter(look: Look): Reporter {
  const fingerprintOf = fingerprints();
  const rules = new Set<string>();
  const problems: NonNullable<NonNullable<Run['invocations']>[number]['toolExecutionNotifications']> = [];
  let separator = '\n';
  const written = (file: CheckedFile, finding: ShownFinding, accepted?: SuppressedFinding): string => {
    rules.add(finding.rule);
    const text = separator + JSON.stringify(resultOf(file, finding, fingerprintOf(file.fromRoot, finding), accepted));
    separator = ',\n';
    return text;
  };
  return {
    start: () => `{ "$schema": "${sarifSchema}", "version": "2.1.0", "runs": [{ "results": [`,
    file: (file) =>
      [
        ...file.findings.map((finding) => written(file, finding)),
        ...file.suppressed.map((one) => written(file, one.finding, one)),
      ].join(''),
    problem(file, text) {
      const locations = [{ physicalLocation: { artifactLocation: addressOf(file.fromRoot) } }];
      problems.push({ level: 'error', message: { text: plainMessage(text) }, locations });
    },
    end() {
      const rest: Omit<Run, 'results'> = {
        tool: {
          driver: { name: 'cam-policy', semanticVersion: version, rules: ruleNames.map(descriptor(rules, look)) },
        },
        invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems }],
        originalUriBaseIds: { [sourceRoot]: { description: { text: rootText[look.locale] } } },
        columnKind: 'utf16CodeUnits',
        language: look.locale === 'zh' ? 'zh-CN' : 'en-US',
      };
      return `\n], ${JSON.stringify(rest).slice(1)}] }\n`;
    },
  };
}

const rootText: { readonly [locale in Locale]: string } = {
  en: 'The root of the repository, or the folder in which the check was run.',
  zh: '代码仓库的根目录，或执行检查的文件夹。',
};

/** Describes a rule; with its page where something of it is among the results. */
const descriptor =
  (reported: ReadonlySet<string>, { locale, page }: Look) =>
  (id: string): ReportingDescriptor => {
    const about = ruleSummary(id);
    const text = about ? plainMessage(say(about.summary, locale)) : id;
    const markdown = reported.has(id) ? page(id) : undefined;
    return {
      id,
      shortDescription: { text },
      fullDescription: { text },
      help: { text, ...(markdown === undefined ? {} : { markdown }) },
      defaultConfiguration: { level: levels[about?.severity ?? 'warning'] },
      properties: { tags: about ? [about.group] : [] },
    };
  };

function resultOf(
  file: NamedFile,
  finding: ShownFinding,
  fingerprint: string,
  accepted: SuppressedFinding | undefined,
): SarifResult {
  const location = (range: Range) => ({
    physicalLocation: { artifactLocation: addressOf(file.fromRoot), region: regionOf(range) },
  });
  const { rule, severity, message, related } = finding;
  const fix = finding.fix();
  return {
    ruleId: rule,
    ruleIndex: ruleNames.indexOf(rule),
    level: levels[severity],
    message: { text: plainMessage(message) },
    locations: [location(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: plainMessage(one.message) },
        ...location(one),
      })),
    }),
    partialFingerprints: { 'camPolicyFinding/v1': fingerprint },
    ...(fix && {
      fixes: [
        {
          description: { text: plainMessage(fix.title) },
          artifactChanges: [
            {
              artifactLocation: addressOf(file.fromRoot),
              replacements: fix.edits.map((edit) => ({
                deletedRegion: regionOf(edit),
                insertedContent: { text: edit.newText },
              })),
            },
          ],
        },
      ],
    }),
    ...(accepted && {
      suppressions: [{ kind: accepted.inSource ? 'inSource' : 'external', justification: accepted.reason }],
    }),
  };
}

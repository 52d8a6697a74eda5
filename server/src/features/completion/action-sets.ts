/** Actions that are of use together only, offered as one item. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { say, type Locale } from '../../core/text.js';
import { code } from '../markdown.js';
import { listed } from '../explain/words.js';
import type { Candidate } from './candidate.js';

const texts = {
  count: { en: '{count} actions', zh: '{count} 个操作' },
  multipart: { en: 'Multipart upload', zh: '分块上传' },
  media: { en: 'Upload of media', zh: '上传媒体' },
} as const;

interface ActionSet {
  readonly service: string;
  readonly name: keyof typeof texts;
  /** By what it is found besides its name. */
  readonly filter: string;
  readonly actions: readonly string[];
}

/**
 * The requests of a multipart upload, and those that list and abort an unfinished one. Source: COS, Uploading Objects, 436/46468, 2024-02-04. The two of an
 * upload to VOD from a server or a client. Source: VOD, Access Management (FAQ), 266/33980, 2022-03-18.
 */
const sets: readonly ActionSet[] = [
  {
    service: 'cos',
    name: 'multipart',
    filter: 'UploadPart',
    actions: ['InitiateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload', 'AbortMultipartUpload', 'ListParts'],
  },
  { service: 'vod', name: 'media', filter: 'ApplyUpload', actions: ['ApplyUpload', 'CommitUpload'] },
];

/** Sets of the service, less what is `present`, as items of a list of actions; `prefix` is what stands before each service, `name/` or nothing. */
export const actionSets = (
  service: string,
  prefix: string,
  present: readonly string[],
  locale: Locale,
): readonly Candidate[] =>
  sets.flatMap((set): Candidate[] => {
    const left = set.service === service ? set.actions.filter((name) => !present.includes(name)) : [];
    if (left.length < 2) return [];
    const label = say(texts[set.name], locale);
    return [
      {
        label,
        text: left.join(`", "${prefix}${service}:`),
        filter: `${set.filter} ${texts[set.name].en} ${texts[set.name].zh}`,
        kind: CompletionItemKind.Struct,
        description: say(texts.count, locale, { count: left.length }),
        documentation: listed(left.map(code), locale),
        order: 'first',
      },
    ];
  });

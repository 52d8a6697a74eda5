/** What people would use instead, called in process. Nothing of it ships. */
import { readFileSync } from 'node:fs';
import { validatePolicySyntax } from '@cloud-copilot/iam-policy';
import { parseTree } from 'jsonc-parser';
import { getLanguageService, type JSONDocument, type LanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentOf } from './ours.js';

export const schemaFile = 'schemas/cam-policy.schema.json';

/** The floor: nobody can know a document without parsing it. */
export const parse = (text: string): unknown => parseTree(text);

/** VS Code's JSON service with our schema: what VS Code gives without us. */
export function createJsonService(): LanguageService {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: [
      {
        uri: 'file:///schema.json',
        fileMatch: ['*.cam.json'],
        schema: JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
      },
    ],
  });
  return service;
}

/** Its parse and doValidation; gives how much was found. */
export async function validate(service: LanguageService, text: string): Promise<number> {
  const document = documentOf(text);
  return (await service.doValidation(document, service.parseJSONDocument(document))).length;
}

/** A document that the JSON service has parsed. */
export interface Parsed {
  readonly text: TextDocument;
  readonly json: JSONDocument;
}
export function parseWith(service: LanguageService, text: string): Parsed {
  const document = documentOf(text);
  return { text: document, json: service.parseJSONDocument(document) };
}

/** @cloud-copilot/iam-policy on an AWS policy. */
export const validateTwin = (twin: string): number => validatePolicySyntax(JSON.parse(twin)).length;

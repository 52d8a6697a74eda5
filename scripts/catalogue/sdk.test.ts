import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSdks } from './sdk.js';

const chineseClient = `export declare class Client extends AbstractClient {
    constructor(clientConfig: ClientConfig);
    /**
     * A sentence (req: NotAnAction, cb) that is not kept.
     */
    CreateThing(req: CreateThingRequest, cb?: (error: string, rep: CreateThingResponse) => void): Promise<CreateThingResponse>;
    ListThings(req?: ListThingsRequest, cb?: (error: string, rep: ListThingsResponse) => void): Promise<ListThingsResponse>;
}
`;
const chineseModels = `/**
 * CreateThing请求参数结构体
 */
export interface CreateThingRequest {
    /**
     * Name: string;
     */
    Name: string;
    Tags?: Array<Tag>;
}
/**
 * ListThings请求参数结构体
 */
export declare type ListThingsRequest = null;
`;
const internationalClient = `class ThingClient extends AbstractClient {
    /**
     * Words.
     */
    CreateThing(req, cb) {
    }
    RemoveThing(req, cb) {
    }
}
`;
const internationalModels = `class RemoveThingRequest extends  AbstractModel {
    constructor(){
        super();
        /**
         * Words.
         * @type {Array.<string> || null}
         */
        this.Ids = null;
    }
}
`;

describe('reading the SDK packages', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-sdk-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write(
    'zh/tencentcloud/services/thing/v20200101/thing_client.d.ts',
    chineseClient.replace('CreateThing(req:', 'OldThing(req:'),
  );
  write('zh/tencentcloud/services/thing/v20200101/thing_models.d.ts', chineseModels);
  write('zh/tencentcloud/services/thing/v20230405/thing_client.d.ts', chineseClient);
  write('zh/tencentcloud/services/thing/v20230405/thing_models.d.ts', chineseModels);
  write('en/tencentcloud/thing/v20230405/thing_client.js', internationalClient);
  write('en/tencentcloud/thing/v20230405/models.js', internationalModels);
  const modules = readSdks(path.join(root, 'zh'), path.join(root, 'en'));
  after(() => {
    rmSync(root, { recursive: true });
  });

  it('takes names, parameters, types and required flags, of all versions and both packages', () => {
    assert.deepEqual(Object.fromEntries(modules.get('thing')?.actions ?? []), {
      CreateThing: { parameters: 'Name!:string Tags:Tag[]', version: '2023-04-05' },
      ListThings: { parameters: '', version: '2023-04-05' },
      OldThing: { parameters: 'Name!:string Tags:Tag[]', version: '2020-01-01' },
      RemoveThing: { parameters: 'Ids:string[]', version: '2023-04-05' },
    });
  });

  it('names the newest version', () => assert.equal(modules.get('thing')?.version, '2023-04-05'));
});

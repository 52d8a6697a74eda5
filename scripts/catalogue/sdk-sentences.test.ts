import assert from 'node:assert/strict';
import { plainOf, sentencesOf } from './sdk-sentences.js';

describe('sentences of the SDK packages', () => {
  it('are the comments before methods, as a whole and one by one', () => {
    const sentences = sentencesOf(`export class Client {
    /**
     * Creates <b>a</b> thing. It takes a minute.
     * @param {Request} req
     */
    CreateThing(req, cb) {}
    /** Not before a method. */
    field = 1;
    /**
     * 创建一个东西。
     */
    MakeThing(req: MakeThingRequest): void;
}`);
    assert.deepEqual(sentences, [
      'createsathingittakesaminute',
      'createsathing',
      'ittakesaminute',
      '创建一个东西',
      '创建一个东西',
    ]);
    assert.equal(plainOf('It takes a MINUTE!'), sentences[2]);
  });
});

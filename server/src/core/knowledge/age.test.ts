import assert from 'node:assert/strict';
import { agedMonth, isAged, isCurrent, isFresh } from './age.js';

const today = '2026-11-22';
const of = (date: string) => ({ title: 'a page', date });

describe('the age of documents', () => {
  it('counts from the day two years before, or from the month where the day is not known', () => {
    assert.ok(isAged(of('2024-11-21'), today));
    assert.ok(!isAged(of('2024-11-22'), today));
    assert.ok(isAged(of('2024-10'), today));
    assert.ok(!isAged(of('2024-11'), today));
  });

  it('is neither aged nor fresh without a date, and never aged where the document is the last word', () => {
    assert.ok(!isAged({ title: 'a page' }, today));
    assert.ok(!isFresh({ title: 'a page' }, today));
    assert.ok(!isAged({ ...of('2020-01-01'), current: true }, today));
    assert.ok(isFresh({ ...of('2020-01-01'), current: true }, today));
  });

  it('takes away what is certain with the year of the catalogue', () => {
    assert.ok(isCurrent(of('2024-01-01'), today));
    assert.ok(isCurrent(of('2024'), '2026-01-01'));
    assert.ok(!isCurrent(of('2023-12-31'), today));
    assert.ok(!isCurrent(of('2024-12-31'), '2027-01-01'));
    assert.ok(isCurrent(of('2030-01-01'), '2032-12-31'));
    assert.ok(isCurrent({ ...of('2020-01-01'), current: true }, today));
    assert.ok(!isCurrent({ title: 'a page' }, today));
  });

  it('is told by the newest of several', () => {
    assert.equal(agedMonth([of('2019-01-04'), of('2022-03-25')], today), '2022-03');
    assert.equal(agedMonth([of('2019-01-04'), of('2025-03-26')], today), undefined);
    assert.equal(agedMonth([], today), undefined);
  });
});

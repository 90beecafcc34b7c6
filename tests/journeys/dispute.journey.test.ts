// A finding that is not so, said by keyboard alone: it stays disputed when the audit runs again, and stands again when it is withdrawn.
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSound, expectSoundEverywhere, focused, hasFocus, tabTo, visit, wordsOf } from './journey-browser.ts';
import { audited, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';
import { settled } from './settled.ts';

let server: JourneyServer;
let browser: Browser;
setStage({ sample: true }, async (stage) => {
  ({ server, browser } = stage);
  await audited(server);
});

it('disputes a finding by keyboard, keeps the answer over another audit, and takes it back', async () => {
  const { findings, total } = await server.ask('finding.list', { rule: 'requirement', limit: 5 });
  const target = findings[1]!;
  const { reasons } = await server.ask('finding.get', { finding: target.id });
  const plain = reasons.findIndex(({ needs }) => needs === 'words' || needs === 'nothing');
  expect(plain).toBeGreaterThanOrEqual(0);

  const visitor = await visit(browser, server, '/backlog?rule=requirement');
  const { page, context, complaints } = visitor;
  await page.locator('.row.finding').first().waitFor();
  await expectSoundEverywhere(visitor, 'findings of a rule');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toContain(target.item?.key ?? '');
  await page.keyboard.press('d');
  await hasFocus(page.getByRole('dialog').getByRole('radio').first());
  await expectSoundEverywhere(visitor, 'the reasons of a dispute');
  await page.keyboard.press(String(plain + 1));
  await tabTo(page, 'textarea');
  await page.keyboard.type('Two sample shops wrote last week');
  await tabTo(page, 'Keep the reason');
  await page.keyboard.press('Enter');
  const row = page.locator('.row.finding').filter({ hasText: target.item?.title ?? '' }).first();
  await row.getByText('Not raised again.').waitFor();
  expect(await wordsOf(row)).toContain('Disputed');
  await page.getByText('is kept as not so', { exact: false }).waitFor();
  await expectSound(visitor, 'a disputed finding');

  const { job } = await server.ask('audit.run', {}) as { job?: unknown };
  expect(job ?? 'asked').toBeDefined();
  await audited(server);
  expect(await server.ask('finding.get', { finding: target.id })).toMatchObject({ finding: { state: 'disputed' } });
  expect((await server.ask('finding.list', { rule: 'requirement' })).total).toBe(total - 1);

  await page.goto(`${server.url}/item/${target.item?.id ?? ''}`);
  await settled(page);
  await page.getByText('Disputed. Not raised again.').waitFor();
  await expectSoundEverywhere(visitor, 'an item with a disputed finding');
  await tabTo(page, 'Take the answer back');
  await page.keyboard.press('Enter');
  await page.getByText('The finding stands again').waitFor();
  expect(await server.ask('finding.get', { finding: target.id })).toMatchObject({ finding: { state: 'standing' } });
  expect((await server.ask('finding.list', { rule: 'requirement' })).total).toBe(total);
  expect(complaints).toEqual([]);
  await context.close();
});

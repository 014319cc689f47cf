import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createSampleBank, type TestBank } from "../support/bank.ts";
import { NO_BROWSER, openTab, startChromium } from "../support/chromium.ts";
import { serve } from "../support/page.ts";

vi.setConfig({ testTimeout: 120_000 });

const POST = "2025-01-07-the-monolith-invoice";
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Six posts with results: four on Tuesdays, two on Sundays; and a story that something is to be said of. */
async function createResults(): Promise<TestBank> {
  const bank = createSampleBank();
  await bank.run("draft the-monolith-invoice");
  for (const [index, day] of ["07", "14", "21", "28", "12", "19"].entries()) {
    const isSunday = index > 3;
    bank.write(
      `posts/of-${day}.md`,
      `---\ntitle: Told on the ${day}th\nday: ${isSunday ? "sunday" : "tuesday"}\ndate: 2025-01-${day}\nseries: A Series With a Rather Long Name ${isSunday ? "B" : "A"}\nstatus: published\ntargets:\n  engagement: 4-6%\nresults:\n  - 2025-02-01 impressions=4000 reactions=${150 + 30 * index}\n---\nText.\n`,
    );
  }
  const story = "stories/the-monolith-invoice.md";
  bank.write(story, bank.read(story).replace(/^day: .*$/m, "day: someday"));
  return bank;
}

/** Where every element of a selector that is shown lies. */
function boxesOf(
  page: Page,
  selector: string,
): Promise<{ left: number; right: number; top: number; bottom: number }[]> {
  return page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.checkVisibility()).map((each) => { const { left, right, top, bottom } = each.getBoundingClientRect(); return { left, right, top, bottom }; })`,
  ) as Promise<{ left: number; right: number; top: number; bottom: number }[]>;
}

describe.skipIf(NO_BROWSER !== null)("on a small screen", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("charts show all their dots, bars and words without scrolling, in letters that can be read", async () => {
    const { url } = await serve(await createResults());
    for (const options of [PHONE, { viewport: { width: 1280, height: 900 } }]) {
      const { page, wrongs } = await openTab(browser, options);
      await page.goto(`${url}stats`);
      const charts = await boxesOf(page, "svg.chart");
      expect(charts.length).toBe(4);
      // Each of six posts over time, by series and by day; no angle is known of any, so together they have a bar.
      expect((await boxesOf(page, "svg.chart circle")).length).toBe(3 * 6);
      for (const box of await boxesOf(page, "svg.chart :is(circle, rect, text)")) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(options.viewport.width);
      }
      const shrunk = (await page.evaluate(
        "[...document.querySelectorAll('svg.chart')].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().width / each.viewBox.baseVal.width)",
      )) as number[];
      expect(Math.min(...shrunk)).toBeGreaterThan(0.9);
      expect(wrongs).toEqual([]);
    }
  });

  test("the dots of a group name their posts", async () => {
    const { url } = await serve(await createResults());
    const { page } = await openTab(browser, PHONE);
    await page.goto(`${url}stats`);
    const named = (await page.evaluate(
      "[...document.querySelectorAll('figure:has(#by-day) svg.narrow circle > title')].map((each) => each.textContent)",
    )) as string[];
    expect(named).toContain("Told on the 12th, Sun 12 Jan 2025: 6.8%");
    expect(named.length).toBe(6);
  });

  test("hints at keys stand only where there are keys", async () => {
    const { url } = await serve(await createResults());
    const shown = async (options: object): Promise<boolean> => {
      const { page } = await openTab(browser, options);
      await page.goto(`${url}week/1`);
      return page.locator(".keys").isVisible();
    };
    expect([await shown(PHONE), await shown({})]).toEqual([false, true]);
  });

  test("findings keep away from the hook", async () => {
    const { url } = await serve(await createResults());
    const { page } = await openTab(browser, PHONE);
    await page.goto(`${url}stories/the-monolith-invoice`);
    const [[finding], [hook]] = [await boxesOf(page, ".elsewhere"), await boxesOf(page, "blockquote.hook")];
    expect((hook?.top ?? 0) - (finding?.bottom ?? 0)).toBeGreaterThanOrEqual(16);
    await page.goto(`${url}posts/${POST}`);
    const [[line], [note]] = [await boxesOf(page, ".line:has(.beside) > p"), await boxesOf(page, ".line > .beside")];
    expect((note?.top ?? 0) - (line?.bottom ?? 0)).toBeGreaterThanOrEqual(12);
  });

  test("Esc closes a figure's tip, by mouse and by keys, and it comes again", async () => {
    const { url } = await serve(await createResults());
    const { page } = await openTab(browser, {});
    await page.goto(`${url}posts/${POST}`);
    await page.getByText("Whole", { exact: true }).click();
    const figure = page.locator("#on-linkedin .figure", { hasText: "$800K" });
    const tip = (): Promise<string> =>
      page.evaluate(
        `getComputedStyle([...document.querySelectorAll("#on-linkedin .figure")].find((each) => each.textContent === "$800K"), "::after").content`,
      );
    for (const [come, go] of [
      [() => figure.hover(), () => page.mouse.move(0, 0)],
      [
        () =>
          page
            .locator("#on-linkedin .figure", { hasText: "3 months" })
            .focus()
            .then(() => page.keyboard.press("Tab")),
        () => page.keyboard.press("Tab"),
      ],
    ] as const) {
      await come();
      expect(await tip()).toContain("line 23: ");
      await page.keyboard.press("Escape");
      expect(await tip()).toBe("none");
      await go();
      await come();
      expect(await tip()).toContain("line 23: ");
      await go();
    }
  });
});

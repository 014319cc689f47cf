import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { NO_BROWSER, openTab, startChromium, visitAll } from "../support/chromium.ts";
import { HOSTILE, HOSTILE_POST } from "../support/fixtures-hostile.ts";
import { serve } from "../support/page.ts";

if (NO_BROWSER !== null) process.stderr.write(`skipped: the pages in a browser, since ${NO_BROWSER}\n`);

// A browser that looks at every page takes a while where other tests run beside it.
vi.setConfig({ testTimeout: 240_000 });

const POST = "2025-01-07-the-monolith-invoice";

/** The sample bank with its week drafted, and some results. */
async function createFilledBank(): Promise<TestBank> {
  const bank = createSampleBank();
  await bank.run("week 1 --fill");
  await bank.run(`mark ${POST} published --url https://example.com/1`, { today: "2025-01-07" });
  await bank.run(`record ${POST} --impressions 4000 --reactions 180 --comments 22 --reposts 5`);
  await bank.run("record 2025-01-19-the-midnight-deployment --impressions 6000 --reactions 300 --comments 31");
  return bank;
}

describe.skipIf(NO_BROWSER !== null)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("every page is reached by links, loads without a fault, and fits a phone", async () => {
    const { url } = await serve(await createFilledBank());
    const tab = await openTab(browser, { viewport: { width: 360, height: 740 } });
    const seen = await visitAll(tab, url, async (at) => {
      expect([at, await tab.page.title()]).toEqual([at, expect.stringMatching(/ · storybank$/)]);
      const [wide, high] = (await tab.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
        number,
        number,
      ];
      expect([at, wide]).toEqual([at, high]);
    });
    expect(seen.map((each) => each.slice(url.length - 1).replace(/\d{4}-.*/, "…")).sort()).toEqual(
      expect.arrayContaining([
        "/",
        "/posts",
        "/posts/…",
        "/stats",
        "/stories",
        "/stories/the-monolith-invoice",
        "/week/1",
        "/week/2",
        "/week/3",
      ]),
    );
    expect(tab.wrongs).toEqual([]);
  });

  test("the week goes back and forth by keys, but not while somebody types", async () => {
    const { url } = await serve(await createFilledBank());
    const { page } = await openTab(browser);
    await page.goto(`${url}week/1`);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(`${url}week/2`);
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(`${url}week/1`);
    const columns = await page.$$eval(".day", (days) =>
      days.map((day) => (day as unknown as { offsetLeft: number }).offsetLeft),
    );
    expect(new Set(columns).size).toBe(7);
    await page.setViewportSize({ width: 360, height: 740 });
    const stacked = await page.$$eval(".day", (days) =>
      days.map((day) => (day as unknown as { offsetLeft: number }).offsetLeft),
    );
    expect(new Set(stacked).size).toBe(1);
  });

  test("a post is cut off at the fold of a phone and of a desktop, and opens", async () => {
    const { url } = await serve(await createFilledBank());
    const { page, wrongs } = await openTab(browser);
    await page.goto(`${url}posts/${POST}`);
    const card = page.locator("#on-linkedin .card");
    const shown = async (): Promise<string> =>
      (await card.locator(".line > p:visible").allInnerTexts()).join(" ").replace(/\s+/g, " ").trim();
    expect(await shown()).toMatch(/afternoon to write\.\s?…more$/);
    await page.getByText("Desktop", { exact: true }).click();
    expect(await shown()).toMatch(/…more$/);
    await card.getByRole("button", { name: "…more" }).click();
    expect(await shown()).toMatch(/#SoftwareArchitecture #TechnicalDebt #TechLeadership$/);
    expect(await card.getByRole("button", { name: "…more" }).count()).toBe(0);
    expect(await page.getByRole("radio", { name: "Whole" }).isChecked()).toBe(true);
    expect(await card.locator(".who").innerText()).toContain("Tue 7 Jan 2025");
    expect(wrongs).toEqual([]);
  });

  test("findings stand beside their lines, and the link to one opens the card there", async () => {
    const bank = await createFilledBank();
    const path = `posts/${POST}.md`;
    bank.write(path, bank.read(path).replace("late: $1.2M", "late: $1.5M"));
    const { url } = await serve(bank);
    const { page } = await openTab(browser);
    await page.goto(`${url}posts/${POST}`);
    const line =
      bank
        .read(path)
        .split("\n")
        .findIndex((each) => each.includes("$1.5M")) + 1;
    const beside = page.locator(`#L${line} .beside`);
    expect(await beside.isVisible()).toBe(false);
    await page.getByRole("link", { name: `line ${line}` }).click();
    expect(await beside.innerText()).toContain("$1.5M is not in the story at this place; it says $1.2M");
    const [text, note] = [await page.locator(`#L${line} p`).first().boundingBox(), await beside.boundingBox()];
    expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect(Math.abs((note?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(5);
  });

  test("the link to a line leads there from another tab, and a save leaves the tab and the focus where they are", async () => {
    const bank = await createFilledBank();
    const path = `posts/${POST}.md`;
    bank.write(path, bank.read(path).replace("late: $1.2M", "late: $1.5M"));
    const line =
      bank
        .read(path)
        .split("\n")
        .findIndex((each) => each.includes("$1.5M")) + 1;
    const { url } = await serve(bank);
    const { page } = await openTab(browser);
    await page.goto(`${url}posts/${POST}`);
    await page.getByRole("tab", { name: "X", exact: true }).click();
    await page.getByRole("link", { name: `line ${line}` }).click();
    await page.locator(`#L${line} .beside`).waitFor({ state: "visible" });
    expect(await page.locator(`#L${line} .stray`).innerText()).toBe("$1.5M");
    await page.getByRole("tab", { name: "X", exact: true }).click();
    await page.locator("#on-x .figure", { hasText: "$800K" }).focus();
    bank.write(path, bank.read(path).replace("Cleaning up", "Tidying up"));
    await page.getByText("Tidying up").first().waitFor({ state: "attached", timeout: 20_000 });
    expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("X");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("$800K");
  });

  test("a figure shows its line of the story, and leads there", async () => {
    const { url } = await serve(await createFilledBank());
    const { page } = await openTab(browser);
    await page.goto(`${url}posts/${POST}`);
    await page.getByText("Whole", { exact: true }).click();
    const figure = page.locator("#on-linkedin .figure", { hasText: "$1.2M" });
    const tip = (): Promise<string> =>
      page.evaluate(
        `getComputedStyle([...document.querySelectorAll("#on-linkedin .figure")].find((each) => each.textContent === "$1.2M"), "::after").content`,
      );
    expect(await tip()).toBe("none");
    await figure.hover();
    expect(await tip()).toContain("line 24: A release 2 months late: $1.2M we never earned");
    await figure.click();
    await page.waitForURL(`${url}stories/the-monolith-invoice#L24`);
    expect(await page.locator(":target").innerText()).toContain("$1.2M we never earned");
  });

  test("what is copied is what render prints, on every platform, part by part too", async () => {
    const bank = await createFilledBank();
    const { url } = await serve(bank);
    const { page } = await openTab(browser, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${url}posts/${POST}`);
    const copied = (): Promise<string> => page.evaluate("navigator.clipboard.readText()") as Promise<string>;
    for (const [tab, platform] of [
      ["LinkedIn", "linkedin"],
      ["X", "x"],
      ["Bluesky", "bluesky"],
      ["Mastodon", "mastodon"],
      ["Threads", "threads"],
      ["Markdown", "markdown"],
    ] as const) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      const panel = page.getByRole("tabpanel");
      await panel.locator(".tools .copy").click();
      await panel.getByText("Copied", { exact: true }).waitFor();
      const { stdout } = await bank.run(`render ${POST} --platform ${platform}`);
      expect([platform, await copied()]).toEqual([platform, stdout.slice(0, -1)]);
    }
    const { parts } = await bank.json<{ parts: string[] }>(`render ${POST} --platform x`);
    await page.getByRole("tab", { name: "X", exact: true }).click();
    await page.locator("#on-x .part-head .copy").nth(1).click();
    await page.locator("#on-x .part-head .copy.done").waitFor();
    expect(await copied()).toBe(parts[1]);
    expect(await page.locator("#on-x .card").count()).toBe(parts.length);
  });

  test("tabs go by arrow keys", async () => {
    const { url } = await serve(await createFilledBank());
    const { page } = await openTab(browser);
    await page.goto(`${url}posts/${POST}`);
    await page.getByRole("tab", { name: "LinkedIn" }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Markdown");
    expect(await page.locator("#on-markdown").isVisible()).toBe(true);
    expect(await page.locator("#on-linkedin").isVisible()).toBe(false);
  });

  test("the table is filtered while somebody types", async () => {
    const bank = await createFilledBank();
    bank.write("stories/umlaut.md", "---\ntitle: Die Überstunde\ntags: [Ärger]\n---\nText.\n");
    const { url } = await serve(bank);
    const { page } = await openTab(browser);
    await page.goto(`${url}stories`);
    const titles = async (): Promise<string[]> => page.locator("tbody tr:visible th a").allInnerTexts();
    expect((await titles()).length).toBe(6);
    await page.keyboard.press("/");
    await page.keyboard.type("uberst arger");
    expect(await titles()).toEqual(["Die Überstunde"]);
    expect(await page.locator("#matches").innerText()).toBe("1 of 6 stories");
    await page.locator("#filter").fill("$2.4m");
    expect(await titles()).toEqual(["The Monolith Invoice"]);
    await page.locator("#filter").fill("leadership career");
    expect(await titles()).toEqual(["The Transfer Request"]);
    await page.keyboard.press("Escape");
    expect((await titles()).length).toBe(6);
  });

  test("a save reaches the page, which stays where it was", async () => {
    const bank = await createFilledBank();
    const { url } = await serve(bank);
    const { page } = await openTab(browser, { viewport: { width: 900, height: 500 } });
    await page.goto(`${url}posts/${POST}`);
    await page.getByText("Whole", { exact: true }).click();
    await page.locator("#figures > summary").click();
    await page.evaluate("scrollTo(0, 400)");
    const path = `posts/${POST}.md`;
    bank.write(path, bank.read(path).replace("Ask what it will cost", "Ask early what it will cost"));
    await page.getByText("Ask early what it will cost").first().waitFor({ timeout: 20_000 });
    expect(await page.evaluate("scrollY")).toBe(400);
    expect(await page.getByRole("radio", { name: "Whole" }).isChecked()).toBe(true);
    expect(await page.locator("#figures").getAttribute("open")).not.toBeNull();
  });

  test("what is typed into the filter stays through a save, and a new story comes into the table", async () => {
    const bank = await createFilledBank();
    const { url } = await serve(bank);
    const { page } = await openTab(browser);
    await page.goto(`${url}stories`);
    await page.locator("#filter").fill("pager");
    expect(await page.locator("#matches").innerText()).toBe("None of the 5 stories match.");
    await bank.run(["add", "The Pager", "--body", "It rang.", "--week", "2"]);
    await page.getByRole("link", { name: "The Pager" }).waitFor({ timeout: 20_000 });
    expect(await page.locator("#filter").inputValue()).toBe("pager");
    expect(await page.evaluate("document.activeElement.id")).toBe("filter");
    expect(await page.locator("#matches").innerText()).toBe("1 of 6 stories");
  });

  test("the page says when the server has ended, and goes on when it is back", async () => {
    const bank = await createFilledBank();
    const first = await serve(bank);
    const { page } = await openTab(browser);
    await page.goto(`${first.url}week/1`);
    await first.close();
    await page.getByText("storybank serve has ended").waitFor({ timeout: 20_000 });
    bank.write(
      "weeks/week-01.md",
      bank.read("weeks/week-01.md").replace("theme: Technical", "theme: Renewed Technical"),
    );
    await serve(bank, { port: first.port });
    await page.getByText("Renewed Technical").first().waitFor({ timeout: 20_000 });
    expect(await page.getByText("storybank serve has ended").count()).toBe(0);
  });

  test("a page in a tab that nobody sees keeps no connection, and catches up when it is seen", async () => {
    const bank = await createFilledBank();
    const { url } = await serve(bank);
    const { page } = await openTab(browser);
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await page.addInitScript(
      "Object.defineProperty(document, 'visibilityState', { get: () => window.seen ?? 'hidden' })",
    );
    await page.goto(`${url}week/1`);
    bank.write(
      "weeks/week-01.md",
      bank.read("weeks/week-01.md").replace("theme: Technical", "theme: Renewed Technical"),
    );
    expect(asked).not.toContain("/events");
    await page.evaluate("window.seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("Renewed Technical").first().waitFor({ timeout: 20_000 });
  });

  test("hostile texts do nothing, on every page", async () => {
    const bank = createBank({ "stories/hostile.md": HOSTILE, "posts/hostile.md": HOSTILE_POST });
    const { url } = await serve(bank);
    const tab = await openTab(browser);
    const titles: string[] = [];
    await visitAll(tab, url, async () => {
      for (const tabButton of await tab.page.getByRole("tab").all()) await tabButton.click();
      await tab.page.mouse.move(300, 300);
      titles.push(await tab.page.title());
      expect(await tab.page.evaluate("window.pwned")).toBeUndefined();
      expect(await tab.page.locator("script").count()).toBe(1);
      expect(await tab.page.locator("main :is(iframe, img, style, object, embed, form)").count()).toBe(0);
      const links = await tab.page.$$eval("a[href]", (all) => all.map((each) => each.getAttribute("href") ?? ""));
      expect(links.filter((link) => /^\s*(?:javascript|data|vbscript):/i.test(link))).toEqual([]);
    });
    expect(titles).toContain("</title><script>window.pwned=20</script> · storybank");
    expect(titles).toContain(`"><script>window.pwned=1</script> 'Q' & <b> · storybank`);
    expect(tab.wrongs.filter((wrong) => !wrong.startsWith("404"))).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious on any page, in the %s theme",
    async (colorScheme) => {
      const { url } = await serve(await createFilledBank());
      const tab = await openTab(browser, { colorScheme });
      const seen = await visitAll(tab, url, async (at) => {
        await tab.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        for (const option of await tab.page.getByText("Whole", { exact: true }).all())
          if (await option.isVisible()) await option.click();
        await tab.page.evaluate(axe.source);
        const { violations } = (await tab.page.evaluate("axe.run()")) as {
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        };
        const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
        expect([at, found]).toEqual([at, []]);
      });
      expect(seen.length).toBeGreaterThan(12);
    },
  );

  test("exported pages work when they are opened as files", async () => {
    const bank = await createFilledBank();
    await bank.run("export --html site");
    const tab = await openTab(browser, { permissions: ["clipboard-read", "clipboard-write"] });
    const seen = await visitAll(tab, pathToFileURL(join(bank.root, "site", "index.html")).href, async () => {});
    expect(seen.length).toBe(bank.files("site").filter((file) => file.endsWith(".html")).length);
    await tab.page.goto(pathToFileURL(join(bank.root, "site", "posts", `${POST}.html`)).href);
    await tab.page.getByRole("button", { name: "Copy the post" }).click();
    await tab.page.getByText("Copied", { exact: true }).waitFor();
    const { stdout } = await bank.run(`render ${POST}`);
    expect(await tab.page.evaluate("navigator.clipboard.readText()")).toBe(stdout.slice(0, -1));
    expect(tab.wrongs).toEqual([]);
  });
});

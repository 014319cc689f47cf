import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

const PROGRAM = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

/** Why pages can't be looked at in a browser here; null where they can. */
export const NO_BROWSER: string | null =
  PROGRAM === undefined
    ? "Chromium is not installed (Debian: apt-get install chromium; or set CHROMIUM to its path)"
    : null;

/** Starts Chromium without anything that would ask the network. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PROGRAM ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Tab {
  page: Page;
  /** What went wrong: errors of scripts, refusals of the policy, requests that failed or went elsewhere. */
  wrongs: string[];
}

/** Opens a tab that notes whatever goes wrong in it. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on("pageerror", (error) => wrongs.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrongs.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    wrongs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:\d+\/|file:|data:)/.test(request.url())) wrongs.push(`foreign: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrongs.push(`${response.status()}: ${response.url()}`);
  });
  return { page, wrongs };
}

/** The weeks go on for ever; these are enough. */
const FAR_WEEK = /\/week\/(?:[4-9]|\d\d+)(?:\.html)?$/;

/** Follows every link from a page to others of the same place, and tells each that was seen. */
export async function visitAll(tab: Tab, start: string, look: (url: string) => Promise<void>): Promise<string[]> {
  const place = start.slice(0, start.lastIndexOf("/") + 1);
  const seen: string[] = [];
  const waiting = [start];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.includes(url) || FAR_WEEK.test(url)) continue;
    seen.push(url);
    await tab.page.goto(url);
    await look(url);
    const links = await tab.page.$$eval("a[href]", (all) =>
      all.map((each) => (each as unknown as { href: string }).href),
    );
    waiting.push(...links.map((link) => link.replace(/#.*$/, "")).filter((link) => link.startsWith(place)));
    expect(seen.length).toBeLessThan(200);
  }
  return seen;
}

import { request } from "node:http";
import { onTestFinished } from "vitest";
import { type ServedPage, servePage } from "../../src/page/serve.ts";
import { ASSETS, openBankAt, type TestBank } from "./bank.ts";

export interface TestPage extends ServedPage {
  /** What was said of bugs and of changes that can't be followed. */
  troubles: unknown[];
}

/** Serves a bank's pages on a free port until the test is done. */
export async function serve(bank: TestBank, { port = 0, today = "2025-01-05" } = {}): Promise<TestPage> {
  const troubles: unknown[] = [];
  const page = await servePage({
    bank: openBankAt(bank.root),
    assetsDir: ASSETS,
    port,
    today: () => today,
    onBug: (error) => void troubles.push(error),
    onTrouble: (reason) => void troubles.push(reason),
  });
  onTestFinished(() => page.close());
  return { ...page, troubles };
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request to the letter: no client puts its target or headers right. */
export function ask(
  port: number,
  {
    target = "/",
    method = "GET",
    headers = {},
  }: { target?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path: target, headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

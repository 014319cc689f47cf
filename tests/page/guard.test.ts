import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { refuseRequest } from "../../src/page/guard.ts";
import { createSampleBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

describe("who may ask", () => {
  const own = { host: "127.0.0.1:4321" };
  const asked = (change: { method?: string; target?: string; headers?: Record<string, string> }): number | null =>
    refuseRequest({ method: "GET", target: "/", ...change, headers: { ...own, ...change.headers } }, 4321)?.status ??
    null;

  test.each<[string, Parameters<typeof asked>[0], number | null]>([
    ["the page itself", {}, null],
    ["by the name localhost", { headers: { host: "localhost:4321" } }, null],
    ["with its own origin", { headers: { origin: "http://127.0.0.1:4321" } }, null],
    [
      "somebody who typed the address",
      { headers: { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" } },
      null,
    ],
    [
      "a link on another site",
      { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" } },
      null,
    ],
    ["a name that was pointed here", { headers: { host: "evil.example:4321" } }, 421],
    ["a name that begins like ours", { headers: { host: "127.0.0.1:4321.evil.example" } }, 421],
    ["our address without the port", { headers: { host: "127.0.0.1" } }, 421],
    ["our address with another port", { headers: { host: "127.0.0.1:80" } }, 421],
    ["no host at all", { headers: { host: "" } }, 421],
    ["another origin", { headers: { origin: "https://evil.example" } }, 403],
    ["another port's origin", { headers: { origin: "http://127.0.0.1:80" } }, 403],
    ["a sandboxed frame", { headers: { origin: "null" } }, 403],
    [
      "another site's frame",
      { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" } },
      403,
    ],
    [
      "another site's script tag",
      { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" } },
      403,
    ],
    [
      "another port's script tag",
      { headers: { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" } },
      403,
    ],
    ["a form", { method: "POST" }, 405],
    ["HEAD", { method: "HEAD" }, 405],
    ["OPTIONS", { method: "OPTIONS" }, 405],
    ["an encoded slash", { target: "/..%2f" }, 400],
    ["an encoded backslash", { target: "/..%5c..%5cetc" }, 400],
    ["dots", { target: "/stories/../../etc/passwd" }, 400],
    ["encoded dots", { target: "/stories/%2e%2e/%2e%2e/etc/passwd" }, 400],
    ["NUL", { target: "/%00" }, 400],
    ["half a character", { target: "/%E0%A4%A" }, 400],
    ["a bare percent sign", { target: "/stories/100%" }, 400],
    ["another server's address", { target: "http://evil.example/" }, 400],
    ["a protocol-relative address", { target: "//evil.example/" }, 400],
    ["an asterisk", { target: "*" }, 400],
    ["a space in a name", { target: "/stories/my%20story" }, null],
    ["a query", { target: "/?a=%2f" }, null],
  ])("%s", (_, change, status) => {
    expect(asked(change)).toBe(status);
  });
});

describe("the server", () => {
  test("refuses the foreign and the crooked, and goes on", async () => {
    const { port, troubles } = await serve(createSampleBank());
    const host = `127.0.0.1:${port}`;
    expect((await ask(port, { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await ask(port, { headers: { host, origin: "http://evil.example" } })).status).toBe(403);
    expect((await ask(port, { method: "POST", headers: { host } })).headers["allow"]).toBe("GET");
    for (const target of ["/..%2f", "/%00", "/%E0%A4%A", "/stories/..%2f..%2fstorybank.yaml", "/assets/..%2fpage.js"])
      expect([target, (await ask(port, { target })).status]).toEqual([target, 400]);
    for (const target of [
      "/nothing",
      "/week/0",
      "/week/99999",
      "/week/x",
      "/stories/none",
      "/posts/none",
      "/assets/",
      "/storybank.yaml",
      "/week/1/",
    ])
      expect([target, (await ask(port, { target })).status]).toEqual([target, 404]);
    expect((await ask(port)).status).toBe(200);
    expect(troubles).toEqual([]);
  });

  test("says nothing but what its own page may load, run and be framed by", async () => {
    const { port } = await serve(createSampleBank());
    for (const target of ["/", "/nothing", "/assets/page.js"]) {
      const { headers } = await ask(port, { target });
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
    const { body } = await ask(port);
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  });

  test("can't be reached from the network", async () => {
    const { port } = await serve(createSampleBank());
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
    );
    for (const address of [...others, "127.0.0.2"])
      expect([address, await canConnect(address, port)]).toEqual([address, false]);
    expect(await canConnect("127.0.0.1", port)).toBe(true);
  });

  test("takes the next port when the wanted one is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    onTestFinished(() => void other.close());
    const taken = (other.address() as { port: number }).port;
    const { port, url } = await serve(createSampleBank(), { port: taken });
    expect(port).toBeGreaterThan(taken);
    expect(url).toBe(`http://127.0.0.1:${port}/`);
    expect((await ask(port)).status).toBe(200);
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (isOpen: boolean): void => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

/** What is asked of the page's server, as it comes over the wire. */
export interface RawRequest {
  method: string | undefined;
  /** The request's target, not decoded. */
  target: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Refusal {
  status: 400 | 403 | 405 | 421;
  message: string;
}

/**
 * Says why a request is not answered; null where it is. Only a browser on this computer that shows this very page may ask: the
 * Host must be ours to the letter (a foreign name that was pointed at 127.0.0.1 has another), and so must the Origin.
 */
export function refuseRequest({ method, target = "", headers }: RawRequest, port: number): Refusal | null {
  // A browser leaves out the port that every browser knows.
  const hosts = ["127.0.0.1", "localhost"].map((name) => (port === 80 ? name : `${name}:${port}`));
  const host = String(headers["host"] ?? "").toLowerCase();
  if (!hosts.includes(host)) return { status: 421, message: "This page answers to 127.0.0.1 and localhost alone." };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: "Another site asked for this page." };
  if (isForeignUse(headers)) return { status: 403, message: "Another site asked for a part of this page." };
  if (method !== "GET") return { status: 405, message: "This page is only for looking: GET." };
  if (!isPlainPath(target)) return { status: 400, message: "There is no such address." };
  return null;
}

/** Another site may link to the page, but neither embed it nor load its parts (Fetch Metadata, w3.org/TR/fetch-metadata). */
function isForeignUse(headers: RawRequest["headers"]): boolean {
  const site = headers["sec-fetch-site"];
  const isVisit = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return (site === "cross-site" || site === "same-site") && !isVisit;
}

/** A path of this server, with nothing in it that some reader of paths might take for another folder. */
function isPlainPath(target: string): boolean {
  if (!target.startsWith("/") || target.startsWith("//")) return false;
  const [path = ""] = target.split("?");
  try {
    return path.split("/").every((segment) => {
      const name = decodeURIComponent(segment);
      return name !== "." && name !== ".." && !/[/\\\0]/.test(name);
    });
  } catch {
    // A percent sign that begins no character of UTF-8.
    return false;
  }
}

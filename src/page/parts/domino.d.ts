// Its own types are of a package of another name.
declare module "@mixmark-io/domino" {
  export function createDocument(html?: string): unknown;
}

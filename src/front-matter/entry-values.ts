import { isList, isMap, type Value } from "./values.ts";

/** One entry of a key that holds a list of words, or a map from words to texts; without a text it is the words alone. */
export interface ListEntry {
  name: string;
  text: string | null;
}

/** An entry as an item of a list. */
export function itemValue({ name, text }: ListEntry): Value {
  return text === null ? name : new Map([[name, text]]);
}

/** The value with an entry in the place of one of the same name; what is empty becomes a map where the entry has a text, else a list. */
export function withEntry(value: Value | undefined, entry: ListEntry): Value {
  if (isMap(value) && value.size > 0) return new Map([...value, [entry.name, entry.text ?? ""]]);
  if (isList(value) && value.length > 0)
    return [...((withoutEntry(value, entry.name) ?? []) as Value[]), itemValue(entry)];
  if (typeof value === "string" && value.trim() !== "")
    return [
      ...value
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== entry.name),
      itemValue(entry),
    ];
  return entry.text === null ? [entry.name] : new Map([[entry.name, entry.text]]);
}

/** The value without an entry; undefined where nothing is left of it. */
export function withoutEntry(value: Value | undefined, name: string): Value | undefined {
  if (isMap(value)) {
    const left = [...value].filter(([key]) => key !== name);
    return left.length === 0 ? undefined : new Map(left);
  }
  const items = isList(value)
    ? value
    : String(value ?? "")
        .split(",")
        .map((item) => item.trim());
  const left = items.filter((item) => (isMap(item) ? !item.has(name) : item !== name));
  return left.length === 0 ? undefined : left;
}

export function holdsName(value: Value | undefined, name: string): boolean {
  if (isMap(value)) return value.has(name);
  if (isList(value)) return value.some((item) => (isMap(item) ? item.has(name) : item === name));
  return typeof value === "string" && value.split(",").some((item) => item.trim() === name);
}

/** Whether a value has just that entry. */
export function holds(value: Value | undefined, { name, text }: ListEntry): boolean {
  if (isMap(value)) return value.get(name) === (text ?? "");
  if (isList(value))
    return value.some((item) =>
      isMap(item) ? text !== null && item.get(name) === text : text === null && item === name,
    );
  return text === null && holdsName(value, name);
}

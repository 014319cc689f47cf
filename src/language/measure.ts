type Dimension = "length" | "area" | "weight" | "volume" | "data";

/** What measures come to in metres, square metres, kilograms, litres and bytes (the international yard and pound; US liquid measure). */
const SCALES: Readonly<Record<string, readonly [dimension: Dimension, scale: number]>> = {
  millimetre: ["length", 0.001],
  centimetre: ["length", 0.01],
  inch: ["length", 0.0254],
  foot: ["length", 0.3048],
  yard: ["length", 0.9144],
  metre: ["length", 1],
  kilometre: ["length", 1000],
  mile: ["length", 1609.344],
  acre: ["area", 4046.8564],
  hectare: ["area", 10_000],
  gram: ["weight", 0.001],
  ounce: ["weight", 0.028349523],
  kilogram: ["weight", 1],
  stone: ["weight", 6.35029318],
  tonne: ["weight", 1000],
  millilitre: ["volume", 0.001],
  litre: ["volume", 1],
  gallon: ["volume", 3.785411784],
  kilobyte: ["data", 1e3],
  megabyte: ["data", 1e6],
  gigabyte: ["data", 1e9],
  terabyte: ["data", 1e12],
};

/** What a measure is of; null where nothing else measures that. */
export function dimensionOf(unit: string | null): Dimension | null {
  return SCALES[unit ?? ""]?.[0] ?? null;
}

/** What one of a measure comes to in the base measure of its dimension; null where there is none. */
export function scaleOf(unit: string | null): number | null {
  return SCALES[unit ?? ""]?.[1] ?? null;
}

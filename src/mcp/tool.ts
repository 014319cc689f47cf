import * as z from "zod";
import { PLATFORMS } from "../post/platforms.ts";
import type { Desk } from "./desk.ts";

/** An answer before private names are taken out of it; what is null or undefined is left out. */
export type AnswerValue = Readonly<Record<string, unknown>>;

/** A tool as it is offered, with what it does. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  /** Whether it changes the bank. */
  writes: boolean;
  /** The keys of its answer that may be long, in their order; what does not fit is on further pages. */
  paged: readonly string[];
  run: (desk: Desk, args: never) => Promise<AnswerValue>;
}

interface TypedTool<Input extends z.ZodObject> extends Tool {
  input: Input;
  run: (desk: Desk, args: z.infer<Input>) => Promise<AnswerValue>;
}

/** Declares a tool, so that its arguments have the types of its schema. */
export function defineTool<Input extends z.ZodObject>(tool: TypedTool<Input>): Tool {
  return tool;
}

/** The page of a long answer. */
export const PAGE = { page: z.int().min(1).optional().describe("of a long answer") };

export const DAY = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]).optional();

export const WEEK = z.string().optional().describe("1, this, next or 2026-W47");

export const DATE = z.iso.date().optional();

export const PLATFORM = z.enum(PLATFORMS.map(({ name }) => name)).optional();

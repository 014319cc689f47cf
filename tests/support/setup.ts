import fc from "fast-check";

// The same cases in every run, so that a failure is the change's; FUZZ_SEED=random looks further.
const seed = process.env["FUZZ_SEED"];
fc.configureGlobal(seed === "random" ? {} : { seed: Number(seed ?? 20250107) });

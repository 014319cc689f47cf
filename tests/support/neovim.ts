import { spawnSync } from "node:child_process";

/** Why there is no Neovim here; null where there is. */
export const NO_NEOVIM: string | null =
  spawnSync("nvim", ["--version"], { stdio: "ignore" }).error === undefined
    ? null
    : "Neovim is not installed (Debian: apt-get install neovim)";

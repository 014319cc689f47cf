import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { completionScript, SHELLS } from "../render/completion.ts";

export function registerCompletion(program: Command, context: Context): void {
  program
    .command("completion")
    .description("print a completion script; it knows the bank's own stories, posts, tags and weeks")
    .argument("<shell>", SHELLS.join(", "))
    .addHelpText(
      "after",
      '\nbash: eval "$(storybank completion bash)"\nzsh:  eval "$(storybank completion zsh)"\nfish: storybank completion fish | source\n',
    )
    .action((shell: string) => {
      const known = SHELLS.find((each) => each === shell.toLowerCase());
      if (known === undefined)
        throw new UserError(`There is no completion for "${shell}".`, {
          hint: `There is one for ${SHELLS.join(", ")}.`,
        });
      context.out(completionScript(known));
    });
}

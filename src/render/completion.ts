export const SHELLS = ["bash", "zsh", "fish"] as const;

interface Named {
  name: string;
  summary: string;
}

/** Commands whose first argument is a story. */
const STORY_COMMANDS = ["show", "edit", "open", "mv", "rm", "tag", "hooks", "draft"];
const LIST_IDS = "storybank list --format id 2>/dev/null";
/** Commands whose first argument is a post. */
const POST_COMMANDS = ["render", "mark", "record"];
const LIST_POSTS = "storybank posts --format id 2>/dev/null";
const LIST_TAGS = "storybank tags --format name 2>/dev/null";

/** A script for a shell; ids and tags are asked from the bank at every completion, so they are never stale. */
export function completionScript(shell: (typeof SHELLS)[number], commands: readonly Named[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}

function bashScript(commands: readonly Named[]): string {
  return `_storybank() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=$'${commands.map(({ name }) => name).join("\\n")}'
  elif [ "\${COMP_WORDS[1]}" = import ]; then
    COMPREPLY=($(compgen -f -- "$word")); return
  elif [ "$COMP_CWORD" -eq 2 ]; then
    case "\${COMP_WORDS[1]}" in
      ${STORY_COMMANDS.join("|")}) words="$(${LIST_IDS})" ;;
      ${POST_COMMANDS.join("|")}) words="$(${LIST_POSTS})" ;;
      tags) words="rename" ;;
      completion) words=$'${SHELLS.join("\\n")}' ;;
    esac
  else
    case "\${COMP_WORDS[1]}" in tag|tags) words="$(${LIST_TAGS})" ;; esac
  fi
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _storybank storybank
`;
}

function zshScript(commands: readonly Named[]): string {
  const described = commands.map(({ name, summary }) => `'${name}:${summary.replaceAll("'", "")}'`).join(" ");
  return `_storybank() {
  local -a names
  if (( CURRENT == 2 )); then
    names=(${described})
    _describe 'command' names
  elif (( CURRENT == 3 )); then
    case $words[2] in
      ${STORY_COMMANDS.join("|")}) names=(\${(f)"$(${LIST_IDS})"}); compadd -a names ;;
      ${POST_COMMANDS.join("|")}) names=(\${(f)"$(${LIST_POSTS})"}); compadd -a names ;;
      tags) compadd rename ;;
      completion) compadd ${SHELLS.join(" ")} ;;
      *) _files ;;
    esac
  else
    case $words[2] in
      tag|tags) names=(\${(f)"$(${LIST_TAGS})"}); compadd -a names ;;
      *) _files ;;
    esac
  fi
}
compdef _storybank storybank
`;
}

function fishScript(commands: readonly Named[]): string {
  const lines = commands.map(
    ({ name, summary }) =>
      `complete -c storybank -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", "")}' -f`,
  );
  return `${lines.join("\n")}
complete -c storybank -n '__fish_seen_subcommand_from ${STORY_COMMANDS.join(" ")}' -a '(${LIST_IDS})' -f
complete -c storybank -n '__fish_seen_subcommand_from ${POST_COMMANDS.join(" ")}' -a '(${LIST_POSTS})' -f
complete -c storybank -n '__fish_seen_subcommand_from tag tags' -a '(${LIST_TAGS})' -f
complete -c storybank -n '__fish_seen_subcommand_from completion' -a '${SHELLS.join(" ")}' -f
`;
}

import type { Completion } from "../jobs/complete.ts";
import { visibleLine } from "./visible.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;

/** A line for each value and what it is, with a tab between; bash takes what it is given as it is, so it gets it escaped. */
export function renderValues(values: readonly Completion[], shell: string): string {
  return values
    .filter(({ value }) => visibleLine(value) === value)
    .map(({ value, about }) => `${shell === "bash" ? escapeWord(value) : value}\t${visibleLine(about)}\n`)
    .join("");
}

function escapeWord(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}_./:=@%+,-]/gu, "\\$&");
}

/** A script for a shell. It knows no values: at every completion it asks, and an answer that begins with a tab leaves it to the shell. */
export function completionScript(shell: (typeof SHELLS)[number]): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
}

/** Text for a shell, backslashes and all; its own ${} are written \${}. */
function script({ raw: [text = ""] }: TemplateStringsArray): string {
  return text.replaceAll("\\${", "${");
}

const BASH = script`_storybank() {
  local rest="$COMP_LINE" part space word lead answer i
  local -a words=()
  # bash takes words apart at = and :, so they are put together again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part="\${COMP_WORDS[i]}"
    space="\${rest%%[![:space:]]*}"
    rest="\${rest#"$space"}"
    rest="\${rest#"$part"}"
    part="\${part//\\/}"
    part="\${part#[\"\']}"
    part="\${part%[\"\']}"
    if ((i == 0)) || [ -n "$space" ]; then words+=("$part"); else words[\${#words[@]} - 1]+="$part"; fi
  done
  word="$part"
  case "$word" in =|:) word="" ;; esac
  lead="\${words[\${#words[@]} - 1]}"
  lead="\${lead%"$word"}"
  answer="$(storybank __complete bash "\${words[@]:1}" 2>/dev/null)"
  COMPREPLY=()
  local IFS=$'\n'
  case "$answer" in
    $'\tfiles') compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return ;;
    $'\tfolders') compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$word")); return ;;
  esac
  while IFS=$'\t' read -r part _; do
    [ -n "$part" ] || continue
    part="\${part#"$lead"}"
    case "\${COMP_WORDS[COMP_CWORD]}" in [\"\']*) part="\${part//\\/}" ;; esac
    COMPREPLY+=("$part")
  done <<< "$answer"
  case "\${COMPREPLY[0]}" in *[=:]) compopt -o nospace 2>/dev/null ;; esac
}
complete -F _storybank storybank
`;

const ZSH = script`#compdef storybank
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_storybank() {
  local answer line value
  local -a whole whole_shown open open_shown
  answer="$(storybank __complete zsh "\${(@)\${(@Q)words[2,CURRENT]}#[\"\']}" 2>/dev/null)"
  case $answer in
    $'\tfiles') compset -P '--*='; _files; return ;;
    $'\tfolders') compset -P '--*='; _files -/; return ;;
  esac
  for line in "\${(@f)answer}"; do
    value="\${line%%$'\t'*}"
    [[ -n $value ]] || continue
    line="\${line%$'\t'}"
    line="\${line/$'\t'/  -- }"
    if [[ $value == *[=:] ]]; then open+=("$value") open_shown+=("$line")
    else whole+=("$value") whole_shown+=("$line")
    fi
  done
  (( $#whole )) && compadd -l -d whole_shown -a whole
  (( $#open )) && compadd -S '' -l -d open_shown -a open
}
compdef _storybank storybank
`;

const FISH = script`function __storybank_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l word (commandline -ct | string replace -ra -- '^["\']|\\\\' '')
    set -l answer (storybank __complete fish $before "$word" 2>/dev/null)
    set -l lead (string match -r -- '^--[a-z-]+=' "$word")
    switch "$answer"
        case (printf '\tfiles')
            for path in (__fish_complete_path (string replace -- "$lead" '' "$word"))
                echo "$lead$path"
            end
        case (printf '\tfolders')
            for path in (__fish_complete_directories (string replace -- "$lead" '' "$word"))
                echo "$lead$path"
            end
        case '*'
            string join \n -- $answer
    end
end
complete -c storybank -e
complete -c storybank -f -a '(__storybank_complete)'
`;

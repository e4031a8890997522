import type { Command } from 'commander';

/** Words that may follow the words of a command: `held list` → `--source`, … */
export type Completions = Map<string, string[]>;

const words = ({ commands, options }: Command): string[] => [
  ...commands.map((command) => command.name()),
  ...options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? ''),
  '--help',
];

/** What can be written after each command of a program whose commands are all loaded. */
export function completionsOf(program: Command): Completions {
  const found: Completions = new Map([['', words(program)]]);
  for (const command of program.commands) {
    found.set(command.name(), words(command));
    for (const nested of command.commands) {
      found.set(`${command.name()} ${nested.name()}`, words(nested));
    }
  }
  return found;
}

const cases = (completions: Completions): string =>
  [...completions].map(([path, next]) => `    '${path}') words='${next.join(' ')}' ;;`).join('\n');

/** The words before the cursor that are commands, as the shell function `commands_before` finds them. */
const FUNCTION = (completions: Completions): string => `_newsrelay_words() {
  local path='' word after=''
  for word in "$@"; do
    case "$word" in -*) after=option; continue ;; esac
    if [[ " $(_newsrelay_next "$path") " == *" $word "* ]]; then path="\${path:+$path }$word"
    elif [ -z "$path$after" ]; then path="$word"; fi
    after=''
  done
  _newsrelay_next "$path"
}
_newsrelay_next() {
  local words=''
  case "$1" in
${cases(completions)}
  esac
  printf '%s' "$words"
}`;

/** A script for the shell that completes commands and options. */
export const COMPLETION_SCRIPTS: Record<string, (completions: Completions) => string> = {
  bash: (completions) => `${FUNCTION(completions)}
_newsrelay() {
  local before=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
  COMPREPLY=($(compgen -W "$(_newsrelay_words "\${before[@]}")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _newsrelay newsrelay`,
  zsh: (completions) => `#compdef newsrelay
${FUNCTION(completions)}
_newsrelay() {
  local -a next
  next=(\${=$(_newsrelay_words "\${(@)words[2,CURRENT-1]}")})
  compadd -- $next || _files
}
compdef _newsrelay newsrelay`,
  fish: (completions) =>
    [...completions]
      .map(([path, next]) => {
        const named = path.split(' ').filter((word) => word !== '');
        const seen = named.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
        const when = seen === '' ? '__fish_use_subcommand' : seen;
        return `complete -c newsrelay -n '${when}' -a '${next.join(' ')}'`;
      })
      .join('\n'),
};

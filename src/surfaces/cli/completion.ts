// Completion for four shells: a small script that asks the program itself, so that it never goes stale.
import { Argument, type Command, type Option } from 'commander';
import type { CliDoor } from './door.ts';

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_throughline() { local IFS=$'\\n'; COMPREPLY=($(compgen -W "$(throughline __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}")); }
complete -o default -F _throughline throughline
`,
  zsh: `#compdef throughline
_throughline() { local -a found; found=("\${(@f)$(throughline __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"); compadd -a found; (( \${#found} )) || _files; }
compdef _throughline throughline
`,
  fish: `complete -c throughline -a '(throughline __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName throughline -ScriptBlock { param($word, $ast, $cursor)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() }); if ($word -eq '') { $words += '' }
  throughline __complete @words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) } }
`,
};

export function addCompletion(program: Command, door: CliDoor, finish: (code: number) => void): void {
  program.command('completion').description('Prints a completion script for a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', '\nExamples:\n  throughline completion bash >> ~/.bashrc\n  throughline completion fish > ~/.config/fish/completions/throughline.fish\n')
    .action((shell: string) => {
      door.terminal.out(SCRIPTS[shell]!);
      finish(0);
    });
  program.command('__complete', { hidden: true }).argument('[words...]').allowUnknownOption().helpOption(false)
    .action((words: string[]) => {
      door.terminal.out(candidates(program, words).map((word) => `${word}\n`).join(''));
      finish(0);
    });
}

/** What may stand in place of the last word: verbs, flags, or the choices of the flag before it. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  let command = program;
  for (const word of words.slice(0, -1)) command = command.commands.find((each) => each.name() === word) ?? command;
  const before = flagsOf(command).find((option) => option.long === words.at(-2));
  const choices = /^[\w.-]+(, [\w.-]+)+/.exec(before?.description.replace(/^[^;]*; (?=[\w.-]+, )/, '') ?? '')?.[0].split(', ');
  if (choices) return choices.filter((choice) => choice.startsWith(last));
  const names = last.startsWith('-') ? flagsOf(command).map((option) => option.long ?? '') : command.commands.map((each) => each.name()).filter((name) => !name.startsWith('__'));
  return [...new Set(names)].filter((name) => name !== '' && name.startsWith(last));
}

function flagsOf(command: Command): Option[] {
  const chain = [command];
  while (chain.at(-1)!.parent) chain.push(chain.at(-1)!.parent!);
  return chain.flatMap((each) => [...each.options]).filter((option) => !option.hidden);
}

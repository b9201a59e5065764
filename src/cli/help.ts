import type { HelpConfiguration, Option } from 'commander';

const described = ({ description, argChoices, defaultValue }: Option): string => {
  const choices = argChoices === undefined ? [] : [argChoices.join(', ')];
  const preset = typeof defaultValue === 'string' ? [`default ${defaultValue}`] : [];
  const details = [...choices, ...preset].join('; ');
  return details === '' ? description : `${description} (${details})`;
};

/** Choices without quotes, and no list of what a sub-command takes: its own help has it. */
export const helpConfiguration: HelpConfiguration = {
  optionDescription: described,
  subcommandTerm: (command) =>
    [
      command.name(),
      ...command.registeredArguments.map((argument) =>
        argument.required ? `<${argument.name()}>` : `[${argument.name()}${argument.variadic ? '...' : ''}]`,
      ),
    ].join(' '),
};

export const EXIT_CODES = `
Exit codes:
  0  looked at everything, nothing at or above --fail-on
  1  a finding at or above --fail-on; diff: one that is new or worse; a failing
     test of a rule
  2  wrong usage, or a rule that does not load (the rest runs)
  3  could not look at everything: an input is missing, unreadable, empty or
     unknown, or a limit acted; decode: a code is not known`;

export const EXAMPLES = `
Examples:
  evdx                                       waits for pasted events
  evdx Application.evtx                      one log
  evdx logs/ --since 2006-03-01 -f markdown  a folder, as a text for a ticket
  evdx explain KB910250 Application.evtx     why a rule matched or did not
  evdx diff old.json new.json                what changed between two reports
  evdx decode -1032                          what an error code means`;

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
  1  a finding at or above --fail-on; diff: a new or worse one; rules: a failing
     test or a warning
  2  wrong usage, or a rule that does not load (the others run)
  3  could not look at everything: an input is missing, unreadable, empty or of
     an unknown format, no input tells of a host asked for, or a limit was
     reached; decode: an unknown code`;

export const EXAMPLES = `
Examples:
  evdx                                       wait for pasted events
  evdx Application.evtx                      one log
  evdx logs/ --since 2006-03-01 -f markdown  a folder, as text for a ticket
  evdx explain KB910250 Application.evtx     why a rule matched or did not
  evdx diff old.json new.json                what changed between two reports
  evdx decode -1032                          what an error code means`;

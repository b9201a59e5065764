/** The path of a rule below its folder of rules, without the ending: area/short-name. */
export const ruleIdPattern = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)+$/;

/** `DOMAIN\user: System Service Control Manager: [Information] text (EventID 7036)`, as the agent of syslog-ng renders an event. */
export interface AgentText {
  readonly user: string | null;
  readonly log: string;
  readonly source: string;
  readonly type: string;
  readonly message: string;
  readonly eventId: number;
}

const HEAD = /^\s*([^:\s][^:]{0,127})?: (\S{1,128}) ([^[\]]{1,256}): \[([A-Za-z ]{4,20})\] ?/;
const ID = /\s?\(EventID (\d{1,5})\)\s*$/;
const MAX_ID = 24;

/** @param text what stands behind the program of a line of syslog. @returns null for any other text */
export function parseAgentText(text: string): AgentText | null {
  const tail = text.slice(-MAX_ID);
  const id = ID.exec(tail);
  const head = id === null ? null : HEAD.exec(text);
  if (id === null || head === null) return null;
  const [whole, user = null, log = '', source = '', type = ''] = head;
  const end = text.length - tail.length + id.index;
  return { user, log, source, type, message: text.slice(whole.length, end).trim(), eventId: Number(id[1]) };
}

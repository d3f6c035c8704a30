/** Who a message of a program is about, and where they came from. */
export interface MessageParty {
  readonly user?: string | undefined;
  readonly address?: string | undefined;
}

/** The name behind `for`, `user` or `by`, and the address behind `from`: as OpenSSH, PAM, vsftpd and login write them. */
export function partyOf(message: string): MessageParty {
  const start = message.slice(0, longest);
  const sudo = /^\s*(\S+) : .*?USER=/.exec(start)?.[1];
  const user =
    sudo ?? /\b(?:for(?: invalid user)?|invalid user|session (?:opened|closed) for user) ([^\s(]+)/i.exec(start)?.[1];
  return { user, address: /\bfrom (?:::ffff:)?([\da-f.:]{3,45}[\da-f])\b/i.exec(start)?.[1] };
}

/** What is further behind is not how these programs begin. */
const longest = 1_000;

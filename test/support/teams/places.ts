/** A person in the simulated Teams. */
export interface TeamsUser {
  /** Teams' own id, `29:…`. */
  id: string;
  /** Entra object id. */
  aadObjectId: string;
  name: string;
  email: string;
  /** The person's own tenant, where it is not the one of the conversation. */
  tenantId?: string;
  /** What Teams' list of members says; `user` where it is left out. */
  userRole?: 'user' | 'guest' | 'anonymous';
}

/** Somewhere to talk: a personal chat with the bot, a group chat, or a channel of a team. */
export interface Place {
  /** For a channel without `;messageid=`. */
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  name: string | null;
  teamId: string | null;
  teamName: string | null;
  members: TeamsUser[];
  /** IANA; where people are who write there. Stockholm's where it is left out. */
  timeZone?: string;
}

/** The team, chats and people of one simulated tenant; ids look like those of Teams and are the same in every run. */
export class Places {
  readonly people: TeamsUser[] = [];
  readonly all: Place[] = [];
  readonly team = {
    id: '19:General7c1d@thread.tacv2',
    name: 'Sales',
    aadGroupId: '5b8c1f0e-8d5a-4a55-9a61-0c4b7f6f1a01',
  };
  private count = 0;

  /** @param name for example `Megan Bowen` */
  addPerson(name: string, facts: Partial<TeamsUser> = {}): TeamsUser {
    const n = this.next();
    const user = {
      id: `29:1${n}aXk2Yt0Qm7Wd`,
      aadObjectId: `8f0d3c52-6a1b-4f7e-9c35-${n.padStart(12, '0')}`,
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`,
      ...facts,
    };
    this.people.push(user);
    return user;
  }

  addPersonalChat(person: TeamsUser): Place {
    return this.add({ id: `a:1${this.next()}qLm9zTn3`, kind: 'personal', members: [person] });
  }

  addGroupChat(name: string): Place {
    return this.add({ id: `19:${this.next()}group@thread.v2`, kind: 'groupChat', name });
  }

  /** A channel of the one team. */
  addChannel(name: string): Place {
    const { id, name: teamName } = this.team;
    return this.add({ id: `19:${this.next()}channel@thread.tacv2`, kind: 'channel', name, teamId: id, teamName });
  }

  /** Who is in a conversation; everybody where nobody in particular is known. */
  membersOf(conversationId: string): TeamsUser[] {
    const place = this.all.find((p) => p.id === conversationId);
    return place?.members.length ? place.members : this.people;
  }

  private add(place: Pick<Place, 'id' | 'kind'> & Partial<Place>): Place {
    const whole = { name: null, teamId: null, teamName: null, members: [], ...place };
    this.all.push(whole);
    return whole;
  }

  private next(): string {
    this.count += 1;
    return String(this.count).padStart(4, '0');
  }
}

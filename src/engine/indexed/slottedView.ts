import type { Event } from "../../event/index.ts";
import { type EventView, type Field, viewField } from "../eventView.ts";
import { fieldSlot } from "./fieldSlot.ts";

/** An event as `viewEvent` gives it, with what the indexes have read of it already. */
export const viewThroughSlots = (event: Event): EventView => new SlottedView(event);

class SlottedView implements EventView {
  readonly event: Event;
  #fields: readonly (readonly [string, Field])[] | undefined;

  constructor(event: Event) {
    this.event = event;
  }

  field(name: string): Field {
    return fieldSlot(name).field(this);
  }

  /** Names of the event's own, which get no slots: there is no end of them. */
  fields(): readonly (readonly [string, Field])[] {
    return (this.#fields ??= this.event
      .ownNames()
      .map((name) => [name, viewField(this, name, this.event.field(name))] as const));
  }
}

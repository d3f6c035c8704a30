import type { Event } from "../../event/index.ts";
import type { Scalar } from "../../std/index.ts";
import { type EventView, type Field, viewField } from "../eventView.ts";

/** A field by its name: it is read once for the event at hand, however many indexes and rules ask for it. */
export interface FieldSlot {
  readonly name: string;
  readonly scalars: (event: Event) => readonly Scalar[] | undefined;
  readonly field: (view: EventView) => Field;
}

/** The one slot of a name. Names come from rules, of which there are no end: beyond so many a name may get a second one, which does no harm. */
export function fieldSlot(name: string): FieldSlot {
  const known = slots.get(name);
  if (known) return known;
  if (slots.size >= mostKept) slots.clear();
  const slot = new Slot(name);
  slots.set(name, slot);
  return slot;
}

const slots = new Map<string, FieldSlot>();
const mostKept = 20_000;

/**
 * A class, as it is asked dozens of times for every event: a comparison in it takes the place of a `Map` made for each.
 *
 * What it remembers is of one event, the last that it was asked about.
 */
class Slot implements FieldSlot {
  readonly name: string;
  #event: Event | undefined;
  #scalars: readonly Scalar[] | undefined;
  #view: EventView | undefined;
  #field: Field | undefined;

  constructor(name: string) {
    this.name = name;
  }

  scalars(event: Event): readonly Scalar[] | undefined {
    if (event !== this.#event) {
      this.#event = event;
      this.#scalars = event.field(this.name);
    }
    return this.#scalars;
  }

  field(view: EventView): Field {
    if (view === this.#view && this.#field !== undefined) return this.#field;
    this.#view = view;
    return (this.#field = viewField(view, this.name, this.scalars(view.event)));
  }
}

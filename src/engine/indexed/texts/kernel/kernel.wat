;; Looks through a text that lies at the beginning of memory, one byte a character: see ../kernel.ts.
(module
  (import "engine" "memory" (memory 1))

  ;; The first place of a table whose slot is set, of those at `at` and every step from there up to `last`; -1 if there is none.
  ;;
  ;; A table begins with three numbers of four bytes, its step, drop and shift; from the 16th byte on it has a bit for each slot. At a place
  ;; four bytes are taken together, of which `drop` bits are left out; letters are folded by setting the bit that tells their cases apart; a
  ;; multiplication spreads what is left, and the upper 32 - `shift` bits are the slot.
  (func (export "nextPlace") (param $table i32) (param $at i32) (param $last i32) (result i32)
    (local $step i32) (local $drop i32) (local $shift i32) (local $slot i32)
    (local.set $step (i32.load (local.get $table)))
    (local.set $drop (i32.load offset=4 (local.get $table)))
    (local.set $shift (i32.load offset=8 (local.get $table)))
    (block $none
      (loop $places
        (br_if $none (i32.gt_s (local.get $at) (local.get $last)))
        (local.set $slot
          (i32.shr_u
            (i32.mul
              (i32.or (i32.shl (i32.load align=1 (local.get $at)) (local.get $drop)) (i32.const 0x20202020))
              (i32.const 0x9e3779b1))
            (local.get $shift)))
        (if (i32.and
              (i32.shr_u
                (i32.load8_u offset=16 (i32.add (local.get $table) (i32.shr_u (local.get $slot) (i32.const 3))))
                (i32.and (local.get $slot) (i32.const 7)))
              (i32.const 1))
          (then (return (local.get $at))))
        (local.set $at (i32.add (local.get $at) (local.get $step)))
        (br $places)))
    (i32.const -1))

  ;; Whether a backslash stands before `u` or `/` anywhere: 16 places at once. Behind the text lie 16 bytes that are neither.
  (func (export "hasEscape") (param $length i32) (result i32)
    (local $at i32) (local $next v128)
    (block $none
      (loop $places
        (br_if $none (i32.ge_s (local.get $at) (local.get $length)))
        (local.set $next (v128.load offset=1 align=1 (local.get $at)))
        (if (v128.any_true
              (v128.and
                (i8x16.eq (v128.load align=1 (local.get $at)) (v128.const i8x16 92 92 92 92 92 92 92 92 92 92 92 92 92 92 92 92))
                (v128.or
                  (i8x16.eq (local.get $next) (v128.const i8x16 117 117 117 117 117 117 117 117 117 117 117 117 117 117 117 117))
                  (i8x16.eq (local.get $next) (v128.const i8x16 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47)))))
          (then (return (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $places)))
    (i32.const 0)))

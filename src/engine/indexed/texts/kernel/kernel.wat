;; Looks through a text that lies in memory, one byte a character: see ../kernel.ts.
(module
  (import "engine" "memory" (memory 1))

  ;; The first place where one of a table's texts may stand, of those at `at` and every step from there up to `last`; -1 if there is none.
  ;;
  ;; A table is made of numbers of four bytes (../blockTable.ts): its step, drop and shift, where its ranks, firsts and
  ;; probes are; from the 32nd byte on it has a bit for each slot. At a place four bytes are taken together, of which `drop` bits are left
  ;; out; letters are folded by setting the bit that tells their cases apart; a multiplication spreads what is left, and the upper
  ;; 32 - `shift` bits are the slot. If that is set, up to four bytes beside the place are
  ;; compared with those of each text of the slot.
  (func (export "nextPlace") (param $table i32) (param $at i32) (param $last i32) (result i32)
    (local $step i32) (local $drop i32) (local $shift i32)
    (local $slot i32) (local $word i32) (local $first i32) (local $probe i32) (local $end i32)
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
        (local.set $word
          (i32.load offset=32
            (i32.add (local.get $table) (i32.shl (i32.shr_u (local.get $slot) (i32.const 5)) (i32.const 2)))))
        (if (i32.and (i32.shr_u (local.get $word) (local.get $slot)) (i32.const 1))
          (then
            ;; The slot's number among those that are set says where its texts begin.
            (local.set $first
              (i32.add
                (i32.load offset=16 (local.get $table))
                (i32.shl
                  (i32.add
                    (i32.load
                      (i32.add
                        (i32.load offset=12 (local.get $table))
                        (i32.shl (i32.shr_u (local.get $slot) (i32.const 5)) (i32.const 2))))
                    (i32.popcnt
                      (i32.and
                        (local.get $word)
                        (i32.sub (i32.shl (i32.const 1) (local.get $slot)) (i32.const 1)))))
                  (i32.const 2))))
            (local.set $probe (call $probeOf (local.get $table) (i32.load (local.get $first))))
            (local.set $end (call $probeOf (local.get $table) (i32.load offset=4 (local.get $first))))
            (loop $probes
              (if (i32.eq
                    (i32.and
                      (i32.or
                        (i32.load align=1 (i32.add (local.get $at) (i32.load (local.get $probe))))
                        (i32.const 0x20202020))
                      (i32.load offset=8 (local.get $probe)))
                    (i32.load offset=4 (local.get $probe)))
                (then (return (local.get $at))))
              (local.set $probe (i32.add (local.get $probe) (i32.const 12)))
              (br_if $probes (i32.lt_u (local.get $probe) (local.get $end))))))
        (local.set $at (i32.add (local.get $at) (local.get $step)))
        (br $places)))
    (i32.const -1))

  ;; Where the probe of a text is: from which byte of the text on, counted from the place; the four bytes that stand there, folded, and which
  ;; bits of them count.
  (func $probeOf (param $table i32) (param $number i32) (result i32)
    (i32.add (i32.load offset=20 (local.get $table)) (i32.mul (local.get $number) (i32.const 12))))

  ;; Whether a backslash stands before `u` or `/` anywhere from `at` to `end`: 16 places at once, of which the last 16 may be among those before.
  (func (export "hasEscape") (param $at i32) (param $end i32) (result i32)
    (local $last i32) (local $next v128)
    (local.set $last (i32.sub (local.get $end) (i32.const 16)))
    (loop $places
      (if (i32.gt_s (local.get $at) (local.get $last)) (then (local.set $at (local.get $last))))
      (local.set $next (v128.load offset=1 align=1 (local.get $at)))
      (if (v128.any_true
            (v128.and
              (i8x16.eq (v128.load align=1 (local.get $at)) (v128.const i8x16 92 92 92 92 92 92 92 92 92 92 92 92 92 92 92 92))
              (v128.or
                (i8x16.eq (local.get $next) (v128.const i8x16 117 117 117 117 117 117 117 117 117 117 117 117 117 117 117 117))
                (i8x16.eq (local.get $next) (v128.const i8x16 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47)))))
        (then (return (i32.const 1))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $places (i32.lt_s (local.get $at) (local.get $end))))
    (i32.const 0)))

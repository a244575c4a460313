;; The sums over vectors that take most of the time of learning, four numbers at once. A row is a vector of `size` bytes (a
;; multiple of 16); rows of words and of their gradients stand one after the other from the start of the memory on.
(module
  (import "learning" "memory" (memory 1 65536))
  (global $size (mut i32) (i32.const 16))

  (func (export "begin") (param $size i32)
    (global.set $size (local.get $size)))

  ;; The sum of the products of two rows.
  (func $dot (export "dot") (param $one i32) (param $other i32) (result f32)
    (local $end i32) (local $sum v128)
    (local.set $end (i32.add (local.get $one) (global.get $size)))
    (loop $axes
      (local.set $sum (f32x4.add (local.get $sum)
        (f32x4.mul (v128.load (local.get $one)) (v128.load (local.get $other)))))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br_if $axes (i32.lt_u (local.tee $one (i32.add (local.get $one) (i32.const 16))) (local.get $end))))
    (call $across (local.get $sum)))

  ;; Adds `scale` times the row `from` to the row `to`.
  (func $add (export "add") (param $to i32) (param $scale f32) (param $from i32)
    (local $end i32) (local $scales v128)
    (local.set $end (i32.add (local.get $to) (global.get $size)))
    (local.set $scales (f32x4.splat (local.get $scale)))
    (loop $axes
      (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
        (f32x4.mul (local.get $scales) (v128.load (local.get $from)))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $axes (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

  ;; The four numbers of a vector together.
  (func $across (param $sum v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
      (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))

  ;; How near the row `word` is to each of `count` rows, whose numbers stand at `rows`: to `out`. Four rows go side by side, since
  ;; the sums of one wait for each other.
  (func (export "nearness") (param $word i32) (param $rows i32) (param $count i32) (param $out i32)
    (local $end i32) (local $at i32) (local $stop i32) (local $axes v128)
    (local $row0 i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (i32.and (local.get $count) (i32.const -4)) (i32.const 2))))
    (local.set $stop (i32.add (local.get $word) (global.get $size)))
    (block $none
      (br_if $none (i32.ge_u (local.get $out) (local.get $end)))
      (loop $fours
        (local.set $row0 (i32.mul (i32.load offset=0 (local.get $rows)) (global.get $size)))
        (local.set $row1 (i32.mul (i32.load offset=4 (local.get $rows)) (global.get $size)))
        (local.set $row2 (i32.mul (i32.load offset=8 (local.get $rows)) (global.get $size)))
        (local.set $row3 (i32.mul (i32.load offset=12 (local.get $rows)) (global.get $size)))
        (local.set $sum0 (v128.const i32x4 0 0 0 0))
        (local.set $sum1 (v128.const i32x4 0 0 0 0))
        (local.set $sum2 (v128.const i32x4 0 0 0 0))
        (local.set $sum3 (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $word))
        (loop $across
          (local.set $axes (v128.load (local.get $at)))
          (local.set $sum0 (f32x4.add (local.get $sum0) (f32x4.mul (local.get $axes) (v128.load (local.get $row0)))))
          (local.set $sum1 (f32x4.add (local.get $sum1) (f32x4.mul (local.get $axes) (v128.load (local.get $row1)))))
          (local.set $sum2 (f32x4.add (local.get $sum2) (f32x4.mul (local.get $axes) (v128.load (local.get $row2)))))
          (local.set $sum3 (f32x4.add (local.get $sum3) (f32x4.mul (local.get $axes) (v128.load (local.get $row3)))))
          (local.set $row0 (i32.add (local.get $row0) (i32.const 16)))
          (local.set $row1 (i32.add (local.get $row1) (i32.const 16)))
          (local.set $row2 (i32.add (local.get $row2) (i32.const 16)))
          (local.set $row3 (i32.add (local.get $row3) (i32.const 16)))
          (br_if $across (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $stop))))
        (f32.store offset=0 (local.get $out) (call $across (local.get $sum0)))
        (f32.store offset=4 (local.get $out) (call $across (local.get $sum1)))
        (f32.store offset=8 (local.get $out) (call $across (local.get $sum2)))
        (f32.store offset=12 (local.get $out) (call $across (local.get $sum3)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
        (br_if $fours (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $end)))))
    (local.set $end (i32.add (local.get $out) (i32.shl (i32.and (local.get $count) (i32.const 3)) (i32.const 2))))
    (block $done
      (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
      (loop $each
        (f32.store (local.get $out)
          (call $dot (local.get $word) (i32.mul (i32.load (local.get $rows)) (global.get $size))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (br_if $each (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 4))) (local.get $end))))))

  ;; For each of `asked` words, whose nearness to all tokens stands at `near` (`stride` bytes a word), the token of a clause that meets
  ;; it best: nearness times worth, to `best`, and which of the clause's `count` tokens it is, to `which` (-1 where none meets it). The
  ;; tokens' places in bytes stand at `columns`.
  (func (export "meet") (param $near i32) (param $stride i32) (param $asked i32) (param $columns i32) (param $worths i32) (param $count i32) (param $best i32) (param $which i32)
    (local $column i32) (local $worth i32) (local $end i32) (local $found i32) (local $value f64) (local $highest f64)
    (local.set $end (i32.add (local.get $columns) (i32.shl (local.get $count) (i32.const 2))))
    (loop $words
      (local.set $highest (f64.const 0))
      (local.set $found (local.get $end))
      (local.set $column (local.get $columns))
      (local.set $worth (local.get $worths))
      (block $none
        (br_if $none (i32.eqz (local.get $count)))
        (loop $tokens
          (local.set $value (f64.mul
            (f64.promote_f32 (f32.load (i32.add (local.get $near) (i32.load (local.get $column)))))
            (f64.promote_f32 (f32.load (local.get $worth)))))
          (if (f64.gt (local.get $value) (local.get $highest))
            (then
              (local.set $highest (local.get $value))
              (local.set $found (local.get $column))))
          (local.set $worth (i32.add (local.get $worth) (i32.const 4)))
          (br_if $tokens (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 4))) (local.get $end)))))
      (f64.store (local.get $best) (local.get $highest))
      (i32.store (local.get $which) (select
        (i32.const -1)
        (i32.shr_u (i32.sub (local.get $found) (local.get $columns)) (i32.const 2))
        (i32.eq (local.get $found) (local.get $end))))
      (local.set $best (i32.add (local.get $best) (i32.const 8)))
      (local.set $which (i32.add (local.get $which) (i32.const 4)))
      (local.set $near (i32.add (local.get $near) (local.get $stride)))
      (br_if $words (i32.gt_s (local.tee $asked (i32.sub (local.get $asked) (i32.const 1))) (i32.const 0)))))

  ;; The sum of `count` rows, each times its share, to the row `out`.
  (func (export "sum") (param $rows i32) (param $shares i32) (param $count i32) (param $out i32)
    (local $end i32)
    (memory.fill (local.get $out) (i32.const 0) (global.get $size))
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (call $add (local.get $out) (f32.load (local.get $shares)) (i32.mul (i32.load (local.get $rows)) (global.get $size)))
      (local.set $shares (i32.add (local.get $shares) (i32.const 4)))
      (br_if $each (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (i32.const 4))) (local.get $end)))))

  ;; Adds the row `turn`, times its share, to the gradient of each of `count` rows; how far each row lies along `turn`: to `out`.
  (func (export "spread") (param $rows i32) (param $shares i32) (param $count i32) (param $turn i32) (param $gradients i32) (param $out i32)
    (local $end i32) (local $row i32)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (local.set $row (i32.mul (i32.load (local.get $rows)) (global.get $size)))
      (call $add (i32.add (local.get $gradients) (local.get $row)) (f32.load (local.get $shares)) (local.get $turn))
      (f32.store (local.get $out) (call $dot (local.get $turn) (local.get $row)))
      (local.set $shares (i32.add (local.get $shares) (i32.const 4)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br_if $each (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (i32.const 4))) (local.get $end)))))

  ;; Moves the row `row` by `far` times the row `gradient`, and brings it to length 1.
  (func (export "move") (param $row i32) (param $far f32) (param $gradient i32)
    (local $end i32) (local $scales v128)
    (call $add (local.get $row) (local.get $far) (local.get $gradient))
    (local.set $scales (f32x4.splat
      (f32.div (f32.const 1) (f32.sqrt (f32.max (f32.const 1e-12) (call $dot (local.get $row) (local.get $row)))))))
    (local.set $end (i32.add (local.get $row) (global.get $size)))
    (loop $axes
      (v128.store (local.get $row) (f32x4.mul (local.get $scales) (v128.load (local.get $row))))
      (br_if $axes (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 16))) (local.get $end)))))
)

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
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
      (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))

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

  ;; How near the row `word` is to each of `count` rows, whose numbers stand at `rows`: to `out`.
  (func (export "nearness") (param $word i32) (param $rows i32) (param $count i32) (param $out i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (f32.store (local.get $out)
        (call $dot (local.get $word) (i32.mul (i32.load (local.get $rows)) (global.get $size))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
      (br_if $each (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 4))) (local.get $end)))))

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

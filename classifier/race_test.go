//go:build race

package classifier_test

// slower is how much longer the race detector lets code take.
const slower = 10

package connectortest

// Calls are those by which a platform delivers posts.
type Calls struct{}

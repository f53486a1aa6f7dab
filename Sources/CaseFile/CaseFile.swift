// The module's files join here.

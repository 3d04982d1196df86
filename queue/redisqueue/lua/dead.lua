-- ARGV: group, cause, id, lease.
local id = ARGV[3]
if held(id, ARGV[4]) then
	local stream, entry = place(id)
	local found = redis.call('XRANGE', stream, entry, entry)[1]
	local key, body = message(found and found[2] or {})
	bury(id, key, body, ARGV[2])
end
